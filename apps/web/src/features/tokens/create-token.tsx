import type { FieldError, TokenList } from '@account/procedures/schemas';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { useFocusInvalid } from '../../lib/use-focus-invalid.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { check, type Draft } from './draft.ts';
import { LifetimeInput } from './lifetime-input.tsx';
import { TokenValue } from './token-value.tsx';

type CreateTokenProps = {
  list: TokenList;
  draft: Draft;
  onChange: (draft: Draft) => void;
  onClose: () => void;
};

/** Asks for a name and a lifetime, then shows the value, once. */
export function CreateToken({ list, draft, onChange, onClose }: CreateTokenProps) {
  const { t } = useTranslation(['tokens', 'shell']);
  const { tokens } = trpc.useUtils();
  // What was made is forgotten with the dialog.
  const create = trpc.tokens.create.useMutation({ gcTime: 0 });
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const failure = useFailure({ error: create.error, found, paths: ['name', 'expiresInDays'] });
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, found, create.error);
  const id = useId();

  const change = (changed: Partial<Draft>) => {
    onChange({ ...draft, ...changed });
    setFound([]);
    if (create.isError) create.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    const { errors, data } = check(draft, list);
    setFound(errors);
    if (data) create.mutate(data);
  };
  const finish = () => {
    create.reset();
    onClose();
    void tokens.list.invalidate();
  };
  if (create.data) return <TokenValue token={create.data} onDone={finish} />;
  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell:cancel')}</Button>
          <Button type="submit" form={id} look="primary" aria-disabled={create.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4 text-ink">
        <Field label={t('name')} hint={t('new.nameHint')} error={failure.at('name')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              maxLength={128}
              className={controlClass}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <LifetimeInput
          {...list}
          lifetime={draft.lifetime}
          error={failure.at('expiresInDays')}
          onChange={(lifetime) => change({ lifetime })}
        />
        <ErrorLine>{failure.rest}</ErrorLine>
      </form>
    </Dialog>
  );
}
