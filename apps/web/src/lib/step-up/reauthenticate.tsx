import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { ErrorText } from '../error-text.tsx';

type ReauthenticateProps = { leave: () => Promise<unknown>; actions: ReactNode };

/** Signing in anew, on Logto's page. It says what happens before it takes the browser away. */
export function Reauthenticate({ leave, actions }: ReauthenticateProps) {
  const { t } = useTranslation('stepUp');
  const [isLeaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const go = async () => {
    if (isLeaving) return;
    setLeaving(true);
    setError(null);
    try {
      await leave();
    } catch (reason) {
      setError(reason);
      setLeaving(false);
    }
  };
  return (
    <>
      <p className="text-ink">{t('reauthenticate.text')}</p>
      <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
      <DialogActions>
        {actions}
        <Button ref={button} look="primary" aria-disabled={isLeaving} onClick={() => void go()}>
          {t('reauthenticate.action')}
        </Button>
      </DialogActions>
    </>
  );
}
