import { UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';

type AvatarProps = {
  src: string | null;
  /** The initials of this name stand in for a picture that is missing or does not load. */
  name: string;
  className?: string;
  onResult?: (loaded: boolean) => void;
};

/** Decoration beside a written name, so it has no text of its own. */
export function Avatar({ src, name, className = 'size-9 text-sm', onResult }: AvatarProps) {
  const [broken, setBroken] = useState(false);
  useEffect(() => setBroken(false), [src]);
  const shape = `${className} inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent select-none`;
  if (!src || broken) {
    const letters = initials(name);
    if (!letters) {
      return (
        <span aria-hidden="true" className={`${shape} forced-colors:border`}>
          <UserRound className="size-1/2" />
        </span>
      );
    }
    return (
      // Drawn by the style sheet, so that the letters are no text of the button or the row around them.
      <span
        aria-hidden="true"
        data-initials={letters}
        className={`${shape} before:content-[attr(data-initials)] forced-colors:border`}
      />
    );
  }
  const settle = (loaded: boolean) => {
    setBroken(!loaded);
    onResult?.(loaded);
  };
  return (
    <img
      src={src}
      alt=""
      // The picture's host need not learn which page shows it.
      referrerPolicy="no-referrer"
      className={`${shape} object-cover`}
      onLoad={() => settle(true)}
      onError={() => settle(false)}
    />
  );
}

const ideographs = /^\p{Script=Han}+$/u;

/** First letters of the first and the last word; the last two characters of a Chinese name, as is usual there. */
export function initials(name: string) {
  const words = (name.split('@')[0] ?? '')
    .trim()
    .split(/[\s@._-]+/)
    .filter(Boolean);
  const [first = ''] = words;
  if (ideographs.test(first)) return [...first].slice(-2).join('');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return (firstLetter(first) + firstLetter(last)).toUpperCase();
}

function firstLetter(word: string) {
  return [...word][0] ?? '';
}
