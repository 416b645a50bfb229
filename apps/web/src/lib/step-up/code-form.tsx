import type { StepUpStart } from '@account/procedures/schemas';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { CodeStep } from '../code-step.tsx';
import { ErrorText } from '../error-text.tsx';
import { trpc } from '../trpc.ts';
import type { Question } from './questions.ts';

type CodeFormProps = { method: StepUpStart['method']; to: string; question: Question; actions: ReactNode };

type Sent = { flow: string; to: string; sentAt: number; expiresAt: number };

/** Codes that are still good, so that a dialog that is opened again does not send another one. */
const onTheirWay = new Map<StepUpStart['method'], Sent>();

export function CodeForm({ method, to, question, actions }: CodeFormProps) {
  const { t } = useTranslation('stepUp');
  const [sent, setSent] = useState(() => stillGood(method, to));
  const start = trpc.stepUp.start.useMutation({
    onSuccess(code) {
      const next = { ...code, sentAt: Date.now() };
      onTheirWay.set(method, next);
      setSent(next);
      finish.reset();
    },
  });
  const finish = trpc.stepUp.finish.useMutation({
    gcTime: 0,
    onSuccess(proof) {
      onTheirWay.delete(method);
      question.answer(proof);
    },
  });
  const send = () => start.mutate({ method });
  if (!sent)
    return <Send to={to} isBusy={start.isPending} error={start.error} onSend={send} actions={actions} />;
  return (
    <CodeStep
      sent={sent}
      isBusy={finish.isPending || start.isPending}
      error={start.error ?? finish.error}
      confirm={t('confirm')}
      actions={actions}
      onResend={send}
      onSubmit={(code) => {
        start.reset();
        finish.mutate({ method: 'code', flow: sent.flow, code, purpose: question.purpose });
      }}
    />
  );
}

type SendProps = { to: string; isBusy: boolean; error: unknown; onSend: () => void; actions: ReactNode };

function Send({ to, isBusy, error, onSend, actions }: SendProps) {
  const { t } = useTranslation('stepUp');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <p className="text-ink">{t('sendTo', { to })}</p>
      <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
      <DialogActions>
        {actions}
        <Button ref={button} look="primary" aria-disabled={isBusy} onClick={() => !isBusy && onSend()}>
          {t('send')}
        </Button>
      </DialogActions>
    </>
  );
}

function stillGood(method: StepUpStart['method'], to: string) {
  const sent = onTheirWay.get(method);
  return sent && sent.to === to && sent.expiresAt > Date.now() ? sent : null;
}
