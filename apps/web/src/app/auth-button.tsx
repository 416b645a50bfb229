import { type ReactNode, useState } from 'react';
import { ErrorText } from '../lib/error-text.tsx';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { ErrorLine } from '../ui/field.tsx';

type AuthButtonProps = { run: () => Promise<unknown>; look?: ButtonLook; children: ReactNode };

/** A step of signing in or out: it takes the browser away, or says why it could not. */
export function AuthButton({ run, look = 'primary', children }: AuthButtonProps) {
  const [isLeaving, setLeaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const leave = async () => {
    setLeaving(true);
    setError(null);
    try {
      await run();
    } catch (reason) {
      setError(reason);
      setLeaving(false);
    }
  };
  return (
    <>
      <Button look={look} disabled={isLeaving} onClick={() => void leave()}>
        {children}
      </Button>
      <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
    </>
  );
}
