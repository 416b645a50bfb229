import type { ReactNode } from 'react';
import { rowClass } from './card.tsx';

type ItemProps = {
  /** What a screen reader calls the whole of it. */
  label: string;
  title: ReactNode;
  /** What stands out about it, such as "Expired". */
  mark?: ReactNode;
  icon?: ReactNode;
  /** What is known of it, in a line or two. */
  children?: ReactNode;
  actions?: ReactNode;
  busy?: boolean;
};

/** One of several things of a kind, inside of `Rows`: its name, what is known of it, its actions at the end. */
export function Item({ label, title, mark, icon, children, actions, busy = false }: ItemProps) {
  return (
    <li
      aria-label={label}
      aria-busy={busy}
      className={`${rowClass} flex flex-wrap items-center gap-x-4 gap-y-3 py-4`}
    >
      {icon}
      <div className={`min-w-0 flex-1 basis-40 transition-colors ${busy ? 'text-soft' : ''}`}>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere">
            <bdi>{title}</bdi>
          </span>
          {mark}
        </div>
        {children && <div className="mt-0.5 text-sm text-soft wrap-anywhere">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap justify-end gap-2 max-sm:ms-auto">{actions}</div>}
    </li>
  );
}

const tones = {
  plain: 'bg-sunken text-soft',
  good: 'bg-sunken text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
};

/** A word or two that stand out. The colour says nothing that the words do not. */
export function Mark({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap forced-colors:border ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
