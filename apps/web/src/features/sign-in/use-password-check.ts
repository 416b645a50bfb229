import type { FieldErrorCode, PasswordPolicy } from '@account/procedures/schemas';
import { useEffect, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { isWorthChecking } from './password-rules.ts';

const pauseMs = 500;

/** What the tenant holds against a password, once the typing pauses. It is help and no more: a failure is not told. */
export function usePasswordCheck(policy: PasswordPolicy, password: string) {
  const { client } = trpc.useUtils();
  const [checked, setChecked] = useState<{ password: string; found: readonly FieldErrorCode[] } | null>(null);
  const isWorth = isWorthChecking(policy, password);
  useEffect(() => {
    if (!isWorth) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      client.password.check.mutate({ password }, { signal: abort.signal }).then(
        ({ issues }) => setChecked({ password, found: issues.map(({ code }) => code) }),
        () => undefined,
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, password, isWorth]);
  return checked?.password === password ? checked.found : undefined;
}
