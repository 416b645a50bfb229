import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { CodeInput } from '../ui/code-input.tsx';
import { DialogActions } from '../ui/dialog.tsx';
import { ErrorLine, Field } from '../ui/field.tsx';
import { useCountdown } from './use-countdown.ts';
import { useFailure } from './use-failure.tsx';

/** A code that is on its way. */
export type SentCode = {
  /** Where to, as far as it is shown. */
  to: string;
  /** Epoch milliseconds by the clock of this device. */
  sentAt: number;
};

type CodeStepProps = {
  sent: SentCode;
  /** Said in place of where the code went, when nobody may know whether one did. */
  text?: string;
  isBusy: boolean;
  /** Why the last try, or the last sending, failed. */
  error: unknown;
  confirm: string;
  onSubmit: (code: string) => void;
  onResend: () => void;
  /** Before the button that confirms. */
  actions: ReactNode;
};

const resendAfterMs = 60_000;

/** The code that came: six boxes that send themselves when they are full, and a way to another code. */
export function CodeStep({ sent, text, isBusy, error, confirm, onSubmit, onResend, actions }: CodeStepProps) {
  const { t } = useTranslation('codes');
  const { at, rest } = useFailure({ error, paths: ['code'] });
  const [code, setCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const wrong = at('code');
  useEffect(() => {
    if (wrong !== undefined && error) setCode('');
    form.current?.querySelector('input')?.focus();
  }, [wrong, error]);

  const submit = (complete: string) => {
    if (!isBusy && complete.length === 6) onSubmit(complete);
  };
  const onEnter = (event: FormEvent) => {
    event.preventDefault();
    submit(code);
  };
  return (
    <form ref={form} noValidate onSubmit={onEnter}>
      <div className="flex flex-col gap-4">
        <p>{text ?? t('sent', { to: sent.to })}</p>
        <Field label={t('label')} error={wrong}>
          {(control) => (
            <CodeInput {...control} value={code} readOnly={isBusy} onChange={setCode} onComplete={submit} />
          )}
        </Field>
        <Resend key={sent.sentAt} sentAt={sent.sentAt} isBusy={isBusy} onResend={onResend} />
        <ErrorLine>{rest}</ErrorLine>
      </div>
      <DialogActions>
        {actions}
        <Button type="submit" look="primary" aria-disabled={isBusy || code.length < 6}>
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}

type ResendProps = { sentAt: number; isBusy: boolean; onResend: () => void };

function Resend({ sentAt, isBusy, onResend }: ResendProps) {
  const { t } = useTranslation('codes');
  const left = useCountdown(sentAt + resendAfterMs);
  return (
    <div className="text-sm">
      {left > 0 ? (
        <span aria-live="off">{t('resendIn', { count: left })}</span>
      ) : (
        <Button look="quiet" className="-ms-3.5" aria-disabled={isBusy} onClick={() => !isBusy && onResend()}>
          {t('resend')}
        </Button>
      )}
    </div>
  );
}
