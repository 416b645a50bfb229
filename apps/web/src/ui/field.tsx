import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

export const controlClass =
  'w-full min-h-10 rounded-control border border-line-strong bg-surface px-3 py-1.5 text-ink placeholder:text-soft focus-visible:outline-offset-0 aria-invalid:border-danger';

type Control = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined };

type FieldProps = {
  label: string;
  /** Said after the label, such as "optional". */
  mark?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  children: (control: Control) => ReactNode;
};

/** A label, a control, and what belongs to it; the error is announced when it appears. */
export function Field({ label, mark, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {mark && <span className="font-normal text-soft"> ({mark})</span>}
      </label>
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': describedBy })}
      {hint && (
        <div id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </div>
      )}
      <ErrorLine id={`${id}-error`}>{error}</ErrorLine>
    </div>
  );
}

/** Always in the page, so that a text put into it is announced. */
export function ErrorLine({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} role="alert" className="text-start text-sm text-danger empty:hidden">
      {children && (
        // Also hidden when what stands for the text turns out to have none.
        <span className="flex items-start gap-1.5 has-[>:last-child:empty]:hidden">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{children}</span>
        </span>
      )}
    </div>
  );
}
