import { problemOf } from '@account/client';
import { type FieldError, fieldErrors, ReturnStart } from '@account/procedures/schemas';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { Button } from '../../ui/button.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { kindOf } from './identifier.ts';

type IdentifyProps = {
  identifier: string;
  onChange: (identifier: string) => void;
  onSent: (flow: string) => void;
  onPassword: (isOnly: boolean) => void;
};

/** Who wants to come back. Addresses get a code; a username has nothing that a code could be sent to. */
export function Identify({ identifier, onChange, onSent, onPassword }: IdentifyProps) {
  const { t } = useTranslation('comeBack');
  const start = trpc.lifecycle.start.useMutation({
    onSuccess: ({ flow }) => onSent(flow),
    onError: (error) => problemOf(error)?.code === 'NOT_AVAILABLE' && onPassword(true),
  });
  const [found, setFound] = useState<readonly FieldError[]>([]);
  const { at, rest } = useFailure({ error: start.error, found, paths: ['identifier'] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (start.isPending) return;
    const read = ReturnStart.safeParse({ identifier });
    if (!read.success) return setFound(fieldErrors(read.error.issues));
    if (kindOf(read.data.identifier) === 'username') return onPassword(true);
    start.mutate(read.data);
  };
  return (
    <form noValidate onSubmit={submit} className="flex w-full flex-col gap-4 text-start">
      <p className="text-center text-soft">{t('intro')}</p>
      <Field label={t('identifier')} hint={t('identifierHint')} error={at('identifier')}>
        {(control) => (
          <input
            {...control}
            type="text"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={128}
            className={controlClass}
            value={identifier}
            onChange={({ target }) => {
              onChange(target.value);
              setFound([]);
              if (start.isError) start.reset();
            }}
          />
        )}
      </Field>
      <ErrorLine>{rest}</ErrorLine>
      <Button type="submit" look="primary" aria-disabled={start.isPending}>
        {t('continue')}
      </Button>
    </form>
  );
}
