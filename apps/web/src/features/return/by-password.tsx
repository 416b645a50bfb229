import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine, Field } from '../../ui/field.tsx';
import { HiddenUsername, PasswordInput } from '../../ui/password-input.tsx';

type ByPasswordProps = {
  identifier: string;
  /** There is no other way for what was entered. */
  isOnly: boolean;
  onRestart: () => void;
  onDone: (from: 'deactivation' | 'deletion') => void;
};

export function ByPassword({ identifier, isOnly, onRestart, onDone }: ByPasswordProps) {
  const { t } = useTranslation(['comeBack', 'stepUp']);
  const finish = trpc.lifecycle.finishWithPassword.useMutation({
    gcTime: 0,
    onSuccess: ({ from }) => onDone(from),
  });
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { at, rest } = useFailure({
    error: finish.error,
    found: isMissing ? [{ path: 'password', code: 'REQUIRED' }] : [],
    paths: ['password'],
  });
  const form = useRef<HTMLFormElement>(null);
  const wrong = at('password');
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus();
  }, [wrong]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(password === '');
    if (password !== '' && !finish.isPending) finish.mutate({ identifier: identifier.trim(), password });
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex w-full flex-col gap-4 text-start">
      <p className="text-center text-soft">{t('passwordFor', { identifier: identifier.trim() })}</p>
      {isOnly && <p className="text-center text-sm text-soft">{t('noCode')}</p>}
      <HiddenUsername value={identifier.trim()} />
      <Field label={t('stepUp:password')} error={wrong}>
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="current-password"
            show={t('stepUp:showPassword')}
            hide={t('stepUp:hidePassword')}
            value={password}
            onChange={({ target }) => {
              setPassword(target.value);
              setMissing(false);
              if (finish.isError) finish.reset();
            }}
          />
        )}
      </Field>
      <ErrorLine>{rest}</ErrorLine>
      <DialogActions>
        <Button onClick={onRestart}>{t('back')}</Button>
        <Button type="submit" look="primary" aria-disabled={finish.isPending}>
          {t('open')}
        </Button>
      </DialogActions>
    </form>
  );
}
