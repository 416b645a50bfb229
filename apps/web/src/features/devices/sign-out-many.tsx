import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../lib/auth-context.ts';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Row, Rows } from '../../ui/card.tsx';
import { focusHeading } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';

type Which = 'others' | 'all';

/** All others at once, or all. Without knowing which one is this device, "all others" cannot be promised. */
export function SignOutMany({ isHereKnown }: { isHereKnown: boolean }) {
  const { t } = useTranslation('devices');
  const [asked, setAsked] = useState<Which | null>(null);
  const which: Which[] = isHereKnown ? ['others', 'all'] : ['all'];
  return (
    <>
      <Card title={t('many')}>
        <Rows>
          {which.map((each) => (
            <Row
              key={each}
              label={t(`${each}.label`)}
              value={t(`${each}.text`)}
              action={
                <Button look={each === 'all' ? 'danger' : 'secondary'} onClick={() => setAsked(each)}>
                  {t(`${each}.action`)}
                </Button>
              }
            />
          ))}
        </Rows>
      </Card>
      {asked && <Question which={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

function Question({ which, onClose }: { which: Which; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const auth = useAuth();
  const { sessions } = trpc.useUtils();
  const { mutateAsync } = trpc.sessions.removeOthers.useMutation();
  const signOut = async () => {
    const idToken = which === 'others' ? await auth.idToken() : null;
    const { count, keptCurrent } = await mutateAsync(idToken === null ? {} : { idToken });
    if (!keptCurrent) return auth.signOut();
    await sessions.list.invalidate();
    onClose();
    showToast({ text: t('others.done', { count }) });
    requestAnimationFrame(focusHeading);
  };
  return (
    <ConfirmDialog
      title={t(`${which}.question`)}
      confirm={t(`${which}.action`)}
      onConfirm={signOut}
      onClose={onClose}
    >
      <p>{t(`${which}.consequence`)}</p>
    </ConfirmDialog>
  );
}
