import { problemOf } from '@account/client';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finishErrand } from '../../lib/errand.ts';
import { ErrorText } from '../../lib/error-text.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CodesShown } from './codes-shown.tsx';

type CreateCodesProps = {
  /** An authenticator app was set up a moment ago, and codes would go well with it. */
  isOffer?: boolean;
  onClose: () => void;
};

/** Says what new codes do to the old ones, makes them, and shows them, once. */
export function CreateCodes({ isOffer = false, onClose }: CreateCodesProps) {
  const { t } = useTranslation('mfa');
  const [{ verifications }] = trpc.mfa.list.useSuspenseQuery();
  const { mfa, account } = trpc.useUtils();
  const [hadCodes] = useState(() => verifications.some(({ remainingCodes = 0 }) => remainingCodes > 0));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  // What was made is forgotten with the dialog.
  const create = trpc.mfa.createBackupCodes.useMutation({
    gcTime: 0,
    onSettled() {
      void mfa.list.invalidate();
      void account.invalidate();
    },
  });
  const done = () => {
    create.reset();
    onClose();
    showToast({ text: t('codes.done') });
    finishErrand('/two-step/codes');
  };
  if (create.data) return <CodesShown codes={create.data.codes} onDone={done} />;
  const leave = () => {
    if (isOffer) showToast({ text: t('appDone') });
    onClose();
  };
  const isFormerRemoved = problemOf(create.error)?.reason === 'FORMER_REMOVED';
  const kind = isOffer ? 'offer' : 'codes';
  return (
    <Dialog
      title={hadCodes ? t('codes.replaceTitle') : t(`${kind}.title`)}
      onClose={leave}
      actions={
        <>
          <Button onClick={leave}>{t(isOffer ? 'later' : 'cancel')}</Button>
          <Button
            ref={button}
            look="primary"
            aria-disabled={create.isPending}
            onClick={() => !create.isPending && create.mutate({ replace: hadCodes })}
          >
            {t('createCodes')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{hadCodes ? t('codes.replaceText') : t(`${kind}.text`)}</p>
        <ErrorLine>
          {isFormerRemoved
            ? t('codes.formerRemoved')
            : create.error !== null && <ErrorText error={create.error} />}
        </ErrorLine>
      </div>
    </Dialog>
  );
}
