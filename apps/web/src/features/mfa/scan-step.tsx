import { problemOf } from '@account/client';
import type { TotpStarted } from '@account/procedures/schemas';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CodeInput } from '../../ui/code-input.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine, Field } from '../../ui/field.tsx';
import { SecretBox } from '../../ui/secret-box.tsx';
import { QrCode } from './qr-code.tsx';

type ScanStepProps = {
  started: TotpStarted;
  onFinished: (hasBackupCodes: boolean) => void;
  onAgain: () => void;
  onClose: () => void;
};

/** The secret, for the camera or the hand, and the code that proves that the app has it. */
export function ScanStep({ started, onFinished, onAgain, onClose }: ScanStepProps) {
  const { t } = useTranslation('mfa');
  const [code, setCode] = useState('');
  const finish = trpc.mfa.finishTotp.useMutation({
    gcTime: 0,
    onSuccess: ({ hasBackupCodes }) => onFinished(hasBackupCodes),
  });
  const { at, rest } = useFailure({ error: finish.error, paths: ['code'] });
  const problem = problemOf(finish.error);
  const wrong = at('code');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (wrong !== undefined && finish.error) setCode('');
    form.current?.querySelector('input')?.focus();
  }, [wrong, finish.error]);
  const submit = (complete: string) => {
    if (!finish.isPending && complete.length === 6) finish.mutate({ flow: started.flow, code: complete });
  };
  const onEnter = (event: FormEvent) => {
    event.preventDefault();
    submit(code);
  };
  return (
    <form ref={form} noValidate onSubmit={onEnter}>
      <div className="flex flex-col gap-4">
        <p>{t('scan.text')}</p>
        <div className="flex justify-center">
          <QrCode text={started.uri} label={t('scan.qr')} />
        </div>
        <a href={started.uri} className={`${buttonClass()} sm:hidden`}>
          {t('scan.open')}
        </a>
        <SecretKey secret={started.secret} />
        <div className="text-ink">
          <Field label={t('scan.code')} hint={t('scan.wait')} error={wrong}>
            {(control) => (
              <CodeInput
                {...control}
                value={code}
                readOnly={finish.isPending}
                onChange={setCode}
                onComplete={submit}
              />
            )}
          </Field>
        </div>
        <ErrorLine>{problem?.reason === 'FORMER_REMOVED' ? t('scan.formerRemoved') : rest}</ErrorLine>
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        {problem?.code === 'FLOW_EXPIRED' ? (
          <Button look="primary" onClick={onAgain}>
            {t('startAgain')}
          </Button>
        ) : (
          <Button type="submit" look="primary" aria-disabled={finish.isPending || code.length < 6}>
            {t('confirm')}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

/** In groups of four, as it is easier to type; copied without the gaps. */
function SecretKey({ secret }: { secret: string }) {
  const { t } = useTranslation('mfa');
  return (
    <SecretBox label={t('scan.key')} text={secret} copy={{ label: t('codes.copy'), done: t('codes.copied') }}>
      {secret.match(/.{1,4}/g)?.join(' ')}
    </SecretBox>
  );
}
