import type { FieldError, ProfileField } from '@account/procedures/schemas';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../lib/error-text.tsx';
import { Button } from '../../ui/button.tsx';
import { rowClass } from '../../ui/card.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { FieldInput } from './field-input.tsx';
import { inputsOf } from './inputs.ts';
import { useLabels } from './labels.ts';
import type { Editing } from './use-editing.ts';

type FieldEditorProps = {
  field: ProfileField;
  editing: Editing;
  initialsOf: string;
  onChange: (path: string, text: string) => void;
  onSave: () => Promise<void>;
  onCancel: () => void;
};

/** Parts that take a line of their own. */
const wide: ReadonlySet<string> = new Set(['streetAddress', 'formatted']);

/** A row while it is open: its controls in place. Enter saves, Escape leaves everything as it was. */
export function FieldEditor({ field, editing, initialsOf, onChange, onSave, onCancel }: FieldEditorProps) {
  const { t } = useTranslation('profile');
  const labelOf = useLabels();
  const form = useRef<HTMLFormElement>(null);
  const inputs = inputsOf(field);
  const { errors, failure } = editing;
  useFirstControl(form, errors);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave();
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel();
  };
  // Where nothing is required, to say so of everything is noise.
  const marksOptional = inputs.length > 1 && inputs.some(({ required }) => required);
  const stray = errors.filter(({ path }) => !inputs.some((input) => input.path === path));
  return (
    <li className={`${rowClass} animate-rise bg-sunken/60 py-4`}>
      <form
        ref={form}
        noValidate
        aria-label={t('editField', { field: labelOf(field) })}
        onSubmit={submit}
        onKeyDown={leave}
        className="flex flex-col gap-4"
      >
        {inputs.length > 1 && <h3 className="font-medium">{labelOf(field)}</h3>}
        <div className={inputs.length > 1 ? 'grid gap-4 sm:grid-cols-2' : undefined}>
          {inputs.map((input) => (
            <div key={input.path} className={wide.has(input.name) ? 'sm:col-span-2' : undefined}>
              <FieldInput
                input={input}
                label={labelOf(input)}
                text={editing.draft[input.path] ?? ''}
                error={errors.find(({ path }) => path === input.path)}
                marksOptional={marksOptional}
                initialsOf={initialsOf}
                onChange={(text) => onChange(input.path, text)}
              />
            </div>
          ))}
        </div>
        <ErrorLine>
          {stray.length > 0 ? (
            <StrayErrors errors={stray} />
          ) : (
            failure !== undefined && errors.length === 0 && <ErrorText error={failure} />
          )}
        </ErrorLine>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary">
            {t('save')}
          </Button>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </div>
      </form>
    </li>
  );
}

/** Errors that belong to no control of this row; usually none. */
function StrayErrors({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useTranslation('errors');
  return errors.map(({ path, code, limit }) => <span key={path}>{t(`field.${code}`, { limit })} </span>);
}

/** The focus goes to the first control, or to the first that has to be mended. */
function useFirstControl(form: React.RefObject<HTMLFormElement | null>, errors: readonly FieldError[]) {
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>('input, select'))?.focus();
  }, [form, errors]);
}
