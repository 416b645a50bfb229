import type { AppRouter } from '@account/procedures';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable, type Unsubscribable } from '@trpc/server/observable';
import { problemOf } from './problems.ts';
import type { Proofs } from './proofs.ts';

/** The name of the proof in a call's context, from where the last link puts it into the header. */
export const contextKey = 'stepUp';

/**
 * Sends the proof that is held along with every mutation. When the server wants another one, the person is asked and
 * the call is made once more; when they do not want to, it fails with a `CancelledError`.
 */
export function stepUpLink(proofs: Proofs): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) => {
      if (op.type !== 'mutation') return next(op);
      return observable((observer) => {
        let sent: Unsubscribable | undefined;
        let isGone = false;

        const send = (token: string | undefined, isRetry: boolean) => {
          sent = next({ ...op, context: { ...op.context, [contextKey]: token } }).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => void onRefusal(error, token, isRetry),
          });
        };

        const onRefusal = async (
          error: TRPCClientError<AppRouter>,
          token: string | undefined,
          isRetry: boolean,
        ) => {
          // Only who can be satisfied by a proof says what for.
          const { code, purpose } = problemOf(error) ?? {};
          if (code !== 'STEP_UP_REQUIRED' || !purpose) return observer.error(error);
          proofs.drop(purpose, token);
          if (isRetry) return observer.error(error);
          try {
            const proof = await proofs.obtain(purpose);
            if (!isGone) send(proof, true);
          } catch (reason) {
            observer.error(
              TRPCClientError.from(reason instanceof Error ? reason : new Error(String(reason))),
            );
          }
        };

        send(proofs.hold('change'), false);
        return () => {
          isGone = true;
          sent?.unsubscribe();
        };
      });
    };
}
