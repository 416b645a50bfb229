import type { DeletionTerms, FieldError } from '@account/procedures/schemas';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format.ts';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { useLocale } from '../../lib/use-locale.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { isConfirmed, typedText } from './confirmation.ts';
import { Impact } from './impact.tsx';
import { useLeave } from './use-leave.ts';

const dayMs = 86_400_000;

/** Says what is lost and when, and asks for words that nobody types by accident. */
export function DeleteAccount({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['account', 'shell']);
  const [terms] = trpc.lifecycle.get.useSuspenseQuery();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const { isPending, error, reset, mutateAsync } = trpc.lifecycle.delete.useMutation();
  const { at, rest } = useFailure({ error, found, paths: ['confirmation'] });
  const leave = useLeave();
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (!isConfirmed(typed, terms.confirmation)) {
      setFound([{ path: 'confirmation', code: 'CONFIRMATION_DIFFERS' }]);
      document.getElementById(id)?.querySelector('input')?.focus();
      return;
    }
    const plan = await mutateAsync({ confirmation: typedText(typed) }).catch(() => undefined);
    if (plan) await leave({ kind: 'deletion', ...plan });
  };
  const change = (text: string) => {
    setTyped(text);
    setFound([]);
    if (error) reset();
  };
  return (
    <Dialog
      title={t('delete.question')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('shell:cancel')}</Button>
          <Button type="submit" form={id} look="danger" aria-disabled={isPending}>
            {t('delete.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4 text-ink"
      >
        <div className="flex flex-col gap-3 text-soft">
          <When terms={terms} />
          <Impact />
        </div>
        <Field label={t('delete.type', { text: terms.confirmation })} error={at('confirmation')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={128}
              className={controlClass}
              value={typed}
              onChange={({ target }) => change(target.value)}
            />
          )}
        </Field>
        <ErrorLine>{rest}</ErrorLine>
      </form>
    </Dialog>
  );
}

function When({ terms: { graceDays } }: { terms: DeletionTerms }) {
  const { t } = useTranslation('account');
  const locale = useLocale();
  if (graceDays === 0) return <p>{t('delete.now')}</p>;
  const day = formatDay(Date.now() + graceDays * dayMs, locale);
  return <p>{t('delete.later', { day })}</p>;
}
