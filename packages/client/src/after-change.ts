import type { AppRouter } from '@account/procedures';
import type { TRPCLink } from '@trpc/client';
import { tap } from '@trpc/server/observable';

/** A server may show what it read that long ago. */
const rememberedMs = 5_000;

type AfterChange = { link: TRPCLink<AppRouter>; headers: () => Record<string, string> };

type AfterChangeOptions = { changedElsewhere?: boolean | undefined; now?: () => number };

/**
 * Whoever has just changed something wants to see it, whichever server answers next: for a while queries ask for how
 * things are now.
 */
export function createAfterChange({
  changedElsewhere = false,
  now = () => performance.now(),
}: AfterChangeOptions = {}): AfterChange {
  let changedAt = changedElsewhere ? now() : Number.NEGATIVE_INFINITY;
  const mark = () => {
    changedAt = now();
  };
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      // A change that failed may have been made all the same.
      op.type === 'mutation' ? next(op).pipe(tap({ next: mark, error: mark })) : next(op);

  return {
    link,
    headers: (): Record<string, string> =>
      now() - changedAt < rememberedMs ? { 'cache-control': 'no-cache' } : {},
  };
}
