import { useState } from 'react';

type LogoProps = {
  src: string | null;
  /** For dark grounds, where there is one. */
  srcDark?: string | null;
  /** Its first letter stands in for a picture that is missing or does not load. */
  name: string;
};

/** The sign of a service, an app or an organization. Decoration beside a written name, so it has no text of its own. */
export function Logo({ src, srcDark, name }: LogoProps) {
  const both = src && srcDark && src !== srcDark;
  if (!both) return <Picture src={src ?? srcDark ?? null} name={name} />;
  return (
    <>
      <Picture src={src} name={name} className="dark:hidden" />
      <Picture src={srcDark} name={name} className="light:hidden" />
    </>
  );
}

const shape =
  'inline-flex size-10 shrink-0 items-center justify-center rounded-control border border-line bg-surface';

function Picture({ src, name, className = '' }: { src: string | null; name: string; className?: string }) {
  const [broken, setBroken] = useState<string | null>(null);
  if (!src || src === broken) {
    const letter = [...name.trim()][0]?.toUpperCase() ?? '?';
    return (
      // Drawn by the style sheet, so that the letter is no text of the row.
      <span
        aria-hidden="true"
        data-letter={letter}
        className={`${shape} ${className} bg-sunken! font-semibold text-soft before:content-[attr(data-letter)]`}
      />
    );
  }
  return (
    <img
      src={src}
      alt=""
      // One that is not shown, because it is for the other theme, is not fetched either.
      loading="lazy"
      referrerPolicy="no-referrer"
      className={`${shape} ${className} object-contain p-1.5`}
      onError={() => setBroken(src)}
    />
  );
}
