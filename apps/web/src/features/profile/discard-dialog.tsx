import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type DiscardDialogProps = { field: string; onDiscard: () => void; onStay: () => void };

export function DiscardDialog({ field, onDiscard, onStay }: DiscardDialogProps) {
  const { t } = useTranslation('profile');
  return (
    <Dialog
      title={t('discard.title')}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>{t('discard.stay')}</Button>
          <Button look="primary" onClick={onDiscard}>
            {t('discard.confirm')}
          </Button>
        </>
      }
    >
      {t('discard.text', { field })}
    </Dialog>
  );
}
