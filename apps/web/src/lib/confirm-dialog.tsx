import { isCancelled } from '@account/client';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorLine } from '../ui/field.tsx';
import { ErrorText } from './error-text.tsx';

type ConfirmDialogProps = {
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The verb on the button. */
  confirm: string;
  look?: ButtonLook;
  /** The dialog stays, and says why, when it throws. What comes after success is the caller's. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
};

/** Says what an action will do, does it, and says why it could not. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  look = 'danger',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation('shell');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
    } catch (reason) {
      setError(isCancelled(reason) ? null : reason);
      setBusy(false);
    }
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      {/* Not `disabled`: that would throw the focus out of the dialog. */}
      <Button look={look} aria-disabled={isBusy} onClick={() => void run()}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <div className="flex flex-col gap-3">
        {children}
        <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
      </div>
    </Dialog>
  );
}
