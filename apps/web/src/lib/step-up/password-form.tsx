import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine, Field } from '../../ui/field.tsx';
import { HiddenUsername, PasswordInput } from '../../ui/password-input.tsx';
import { trpc } from '../trpc.ts';
import { useFailure } from '../use-failure.tsx';
import { useSignInName } from '../use-sign-in-name.ts';
import type { Question } from './questions.ts';

type PasswordFormProps = { question: Question; actions: ReactNode };

export function PasswordForm({ question, actions }: PasswordFormProps) {
  const { t } = useTranslation('stepUp');
  const username = useSignInName();
  const [password, setPassword] = useState('');
  const finish = trpc.stepUp.finish.useMutation({ gcTime: 0, onSuccess: question.answer });
  const { at, rest } = useFailure({ error: finish.error, paths: ['password'] });
  const form = useRef<HTMLFormElement>(null);
  const wrong = at('password');
  useEffect(() => {
    const input = form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]');
    input?.focus();
    if (finish.error) input?.select();
  }, [finish.error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password && !finish.isPending) {
      finish.mutate({ method: 'password', password, purpose: question.purpose });
    }
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <div className="flex flex-col gap-4 text-ink">
        <HiddenUsername value={username} />
        <Field label={t('password')} error={wrong}>
          {(control) => (
            <PasswordInput
              {...control}
              autoComplete="current-password"
              show={t('showPassword')}
              hide={t('hidePassword')}
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        <ErrorLine>{rest}</ErrorLine>
      </div>
      <DialogActions>
        {actions}
        <Button type="submit" look="primary" aria-disabled={!password || finish.isPending}>
          {t('confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
