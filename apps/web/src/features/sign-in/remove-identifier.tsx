import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Identifier } from './methods.ts';
import { useWritten } from './use-written.ts';

type RemoveIdentifierProps = { kind: Identifier; value: string; onClose: () => void };

/** Says what the person loses with it, then removes it. */
export function RemoveIdentifier({ kind, value, onClose }: RemoveIdentifierProps) {
  const { t } = useTranslation('signIn');
  const { client } = trpc.useUtils();
  const showWritten = useWritten();
  const remove = async () => {
    showWritten(await client[kind].remove.mutate());
    showToast({ text: t(`${kind}.removed`) });
    onClose();
  };
  return (
    <ConfirmDialog
      title={t(`${kind}.removeTitle`)}
      confirm={t(`${kind}.remove`)}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t(`${kind}.removeText`, { value })}</p>
    </ConfirmDialog>
  );
}

/** Whether the person is about to remove it, also after they had to sign in anew to confirm. */
export function useRemoving(kind: Identifier) {
  const [isRemoving, setRemoving] = useResumable(`sign-in.remove-${kind}`, z.literal(true));
  return [isRemoving === true, () => setRemoving(true)] as const;
}
