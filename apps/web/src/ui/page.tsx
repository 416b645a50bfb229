import { type ReactNode, useEffect } from 'react';
import { BrandMark } from './brand.tsx';

type PageProps = { title: string; product: string; intro?: string; children: ReactNode };

/** The content of one page. Its heading takes the focus after a navigation. */
export function Page({ title, product, intro, children }: PageProps) {
  useDocumentTitle(title, product);
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-1">
        <h1 tabIndex={-1} className="text-2xl font-semibold tracking-tight text-balance">
          {title}
        </h1>
        {intro && <p className="text-soft">{intro}</p>}
      </header>
      {children}
    </div>
  );
}

/** A page that is nothing but a message: signed out, not found, failed. */
export function MessagePage({ title, product, children }: Omit<PageProps, 'intro'>) {
  useDocumentTitle(title, product);
  return (
    <main className="mx-auto flex w-full max-w-md flex-1 animate-rise flex-col items-center justify-center gap-4 px-6 py-12 text-center">
      <BrandMark className="mb-2 h-11" />
      <h1 tabIndex={-1} className="text-xl font-semibold tracking-tight text-balance">
        {title}
      </h1>
      {children}
    </main>
  );
}

function useDocumentTitle(title: string, product: string) {
  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title, product]);
}

/** For when what had the focus is gone: as after a navigation, the person goes on from the heading. */
export function focusHeading() {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
