import type { TotpStarted } from '@account/procedures/schemas';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finishErrand } from '../../lib/errand.ts';
import { ErrorText } from '../../lib/error-text.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CreateCodes } from './create-codes.tsx';
import { ScanStep } from './scan-step.tsx';

type SetUpAppProps = { onClose: () => void };

/** From the wish to an app that counts; who has no backup codes yet is then offered some. */
export function SetUpApp({ onClose }: SetUpAppProps) {
  const { t } = useTranslation('mfa');
  const [{ verifications, factors }] = trpc.mfa.list.useSuspenseQuery();
  const { mfa, account } = trpc.useUtils();
  // As it is now: once the new one counts, the list says that there is one.
  const [isReplacing] = useState(() => verifications.some(({ type }) => type === 'Totp'));
  const [started, setStarted] = useState<TotpStarted | null>(null);
  const [isOffering, setOffering] = useState(false);
  const begin = trpc.mfa.startTotp.useMutation({ gcTime: 0, onSuccess: setStarted });

  const onFinished = (hasBackupCodes: boolean) => {
    void mfa.list.invalidate();
    void account.invalidate();
    if (!hasBackupCodes && factors.includes('BackupCode')) return setOffering(true);
    showToast({ text: t(isReplacing ? 'appReplaced' : 'appDone') });
    end();
  };
  const end = () => {
    onClose();
    finishErrand('/two-step/app');
  };
  if (isOffering) return <CreateCodes isOffer onClose={end} />;
  return (
    <Dialog title={t(isReplacing ? 'start.replaceTitle' : 'start.title')} onClose={onClose}>
      {started ? (
        <ScanStep
          key={started.flow}
          started={started}
          onFinished={onFinished}
          onAgain={() => setStarted(null)}
          onClose={onClose}
        />
      ) : (
        <Intro
          text={t(isReplacing ? 'start.replaceText' : 'start.text')}
          isBusy={begin.isPending}
          error={begin.error}
          onContinue={() => begin.mutate({ replace: isReplacing })}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

type IntroProps = {
  text: string;
  isBusy: boolean;
  error: unknown;
  onContinue: () => void;
  onClose: () => void;
};

function Intro({ text, isBusy, error, onContinue, onClose }: IntroProps) {
  const { t } = useTranslation('mfa');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <p>{text}</p>
      <div className="mt-3">
        <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button ref={button} look="primary" aria-disabled={isBusy} onClick={() => !isBusy && onContinue()}>
          {t('continue')}
        </Button>
      </DialogActions>
    </>
  );
}
