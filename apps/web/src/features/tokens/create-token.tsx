import {
  type FieldError,
  fieldErrors,
  TokenDraft,
  type TokenList,
  tokenNameKey,
} from '@account/procedures/schemas';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { daysOf, firstChoice, type Lifetime } from './lifetime.ts';
import { LifetimeInput } from './lifetime-input.tsx';
import { TokenValue } from './token-value.tsx';

type CreateTokenProps = { list: TokenList; onClose: () => void };
type Draft = { name: string; lifetime: Lifetime };

/** Asks for a name and a lifetime, then shows the value, once. */
export function CreateToken({ list, onClose }: CreateTokenProps) {
  const { t } = useTranslation('tokens');
  const { tokens } = trpc.useUtils();
  // What was made is forgotten with the dialog.
  const create = trpc.tokens.create.useMutation({ gcTime: 0 });
  const [draft, setDraft] = useState<Draft>(() => ({
    name: '',
    lifetime: { choice: firstChoice(list.presetsDays), day: '' },
  }));
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const failure = useFailure({ error: create.error, found, paths: ['name', 'expiresInDays'] });
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const change = (changed: Partial<Draft>) => {
    setDraft({ ...draft, ...changed });
    setFound([]);
    if (create.isError) create.reset();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    const { errors, data } = check(draft, list);
    setFound(errors);
    if (data) await create.mutateAsync(data).catch(() => undefined);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
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
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} look="primary" aria-disabled={create.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4 text-ink"
      >
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

/** What the server would refuse, found before it is asked: it asks for a proof of the person first. */
function check({ name, lifetime }: Draft, { tokens }: TokenList) {
  const days = daysOf(lifetime, Date.now());
  const read = TokenDraft.safeParse({ name, expiresInDays: days ?? null });
  const errors = read.success ? [] : fieldErrors(read.error.issues);
  if (days === undefined) errors.push({ path: 'expiresInDays', code: 'REQUIRED' });
  if (days !== undefined && days !== null && days < 1)
    return { errors: [{ path: 'expiresInDays', code: 'IN_THE_PAST' as const }], data: undefined };
  if (tokens.some((token) => tokenNameKey(token.name) === tokenNameKey(name)))
    errors.push({ path: 'name', code: 'TAKEN' });
  return { errors, data: errors.length === 0 ? read.data : undefined };
}
