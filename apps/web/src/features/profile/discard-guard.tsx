import type { ProfileField } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { useUnsavedChanges } from '../../lib/unsaved.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLabels } from './labels.ts';

type DiscardGuardProps = {
  field: ProfileField;
  isDirty: boolean;
  /** The row that the person wants to open instead. */
  wanted: ProfileField | null;
  onOpen: (field: ProfileField) => void;
  onStay: () => void;
};

/** Asks before what was typed gets lost, by leaving the page or by opening another row. */
export function DiscardGuard({ field, isDirty, wanted, onOpen, onStay }: DiscardGuardProps) {
  const blocker = useUnsavedChanges(isDirty);
  if (blocker.status === 'blocked') {
    return <Question field={field} onDiscard={blocker.proceed} onStay={blocker.reset} />;
  }
  return wanted && <Question field={field} onDiscard={() => onOpen(wanted)} onStay={onStay} />;
}

type QuestionProps = { field: ProfileField; onDiscard: () => void; onStay: () => void };

function Question({ field, onDiscard, onStay }: QuestionProps) {
  const { t } = useTranslation('profile');
  const labelOf = useLabels();
  const actions = (
    <>
      <Button onClick={onStay}>{t('discard.stay')}</Button>
      <Button look="primary" onClick={onDiscard}>
        {t('discard.confirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('discard.title')} onClose={onStay} actions={actions}>
      {t('discard.text', { field: labelOf(field) })}
    </Dialog>
  );
}
