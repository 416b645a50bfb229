import type { Session } from '@account/procedures/schemas';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { showToast } from '../../ui/toast.tsx';
import { useLabels } from './labels.ts';
import { SessionFacts } from './session-facts.tsx';

type SignOutDeviceProps = {
  session: Session;
  /** Whether it is certain that the session is not the one that the person is in. */
  isHereKnown: boolean;
  /** The person did not recognise it. It is called by this name. */
  onStrangerOut: (session: string) => void;
  onClose: () => void;
  /** It is signed out, and nothing more is to be done. */
  onDone: () => void;
};

/** Signs one browser out; when the person does not recognise it, what to do next follows at once. */
export function SignOutDevice({ session, isHereKnown, onStrangerOut, onClose, onDone }: SignOutDeviceProps) {
  const { t } = useTranslation('devices');
  const { sessionName } = useLabels();
  const { sessions } = trpc.useUtils();
  const { mutateAsync } = trpc.sessions.remove.useMutation();
  const [isStrange, setStrange] = useState(false);
  const name = sessionName(session);

  const signOut = async () => {
    await mutateAsync({ id: session.id });
    await sessions.list.invalidate();
    onClose();
    if (isStrange) return onStrangerOut(name);
    showToast({ text: t('signedOut', { session: name }) });
    onDone();
  };

  return (
    <ConfirmDialog
      title={t('question', { session: name })}
      confirm={t('signOut')}
      onConfirm={signOut}
      onClose={onClose}
    >
      <p>
        {t('consequence')} {!isHereKnown && t('maybeHere')}
      </p>
      <SessionFacts session={session} />
      <Strange isChecked={isStrange} onChange={setStrange} />
    </ConfirmDialog>
  );
}

type StrangeProps = { isChecked: boolean; onChange: (isChecked: boolean) => void };

function Strange({ isChecked, onChange }: StrangeProps) {
  const { t } = useTranslation('devices');
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        className="mt-1 size-4.5 shrink-0 accent-accent-strong"
        checked={isChecked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <div>
        <label htmlFor={id} className="font-medium text-ink">
          {t('strange.label')}
        </label>
        <p id={`${id}-hint`} className="text-sm">
          {t('strange.hint')}
        </p>
      </div>
    </div>
  );
}
