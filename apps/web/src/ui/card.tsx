import { type ReactNode, useId } from 'react';

type CardProps = { title: string; note?: ReactNode; action?: ReactNode; children: ReactNode };

/** A titled box of rows. Its action is about all of them, such as adding one. */
export function Card({ title, note, action, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="overflow-clip rounded-card border border-line bg-surface shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-2 sm:px-5">
        <div className="min-w-0">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {note}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

// Without the role, Safari takes a list without bullets for no list.
export function Rows({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul role="list" className="divide-y divide-line">
      {children}
    </ul>
  );
}

export const rowClass = 'px-4 py-3 sm:px-5';

type RowProps = { label: string; value: ReactNode; action?: ReactNode; busy?: boolean };

/** Label, current value, one action at the end: the same on every page. */
export function Row({ label, value, action, busy = false }: RowProps) {
  return (
    <li aria-label={label} aria-busy={busy} className={`${rowClass} flex min-h-15 items-center gap-4`}>
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 sm:grid-cols-[11rem_minmax(0,1fr)] sm:items-center">
        <div className="text-sm text-soft">{label}</div>
        <div
          className={`min-w-0 text-[0.9375rem] wrap-anywhere transition-colors ${busy ? 'text-soft' : ''}`}
        >
          {typeof value === 'string' ? <bdi>{value}</bdi> : value}
        </div>
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </li>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <span className="text-soft">{children}</span>;
}
