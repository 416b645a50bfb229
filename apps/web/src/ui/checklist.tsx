import { Check, Circle, X } from 'lucide-react';

export type CheckState = 'open' | 'met' | 'broken';

type ChecklistProps = {
  id?: string;
  label: string;
  items: readonly { text: string; state: CheckState }[];
  /** What the marks mean, for who does not see them. */
  states: Record<CheckState, string>;
};

const marks = {
  open: { icon: Circle, look: 'text-soft' },
  met: { icon: Check, look: 'text-success' },
  broken: { icon: X, look: 'text-danger' },
};

/** Rules that something typed has to keep, each marked as it is kept. */
export function Checklist({ id, label, items, states }: ChecklistProps) {
  return (
    <div id={id} className="text-sm">
      <p className="text-soft">{label}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {items.map(({ text, state }) => {
          const { icon: Icon, look } = marks[state];
          return (
            <li key={text} className={`flex items-start gap-2 ${look}`}>
              <Icon aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />
              <span className="min-w-0">
                {text}
                <span className="sr-only"> ({states[state]})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
