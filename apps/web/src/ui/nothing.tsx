import type { ReactNode } from 'react';

type NothingProps = {
  title: string;
  text: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
};

/** In the place of an empty list: what it is for, and the one way to begin. */
export function Nothing({ title, text, icon, action, children }: NothingProps) {
  return (
    <section className="flex flex-col items-center rounded-card border border-line-strong/50 border-dashed px-5 py-10 text-center">
      {icon && (
        <span
          aria-hidden="true"
          className="mb-3 inline-flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent"
        >
          {icon}
        </span>
      )}
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-1 max-w-prose text-balance text-soft">{text}</p>
      {action && <div className="mt-4">{action}</div>}
      {children}
    </section>
  );
}
