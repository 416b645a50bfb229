import { read, t, write } from '@account/procedures/domain';
import { z } from 'zod';

const Newsletter = z.object({ isWanted: z.boolean() });

/** Your own database. */
const wanted = new Set<string>();

/** A domain of your own: the chain lets the right person in, the right way, and the journal hears of changes. */
export const newsletter = t.router({
  get: read('account:read')
    .output(Newsletter)
    .query(({ ctx }) => ({ isWanted: wanted.has(ctx.user.id) })),

  update: write('account:write', { journal: 'newsletter.updated', edits: [] })
    .input(Newsletter)
    .output(Newsletter)
    .mutation(({ ctx, input }) => {
      if (input.isWanted) wanted.add(ctx.user.id);
      else wanted.delete(ctx.user.id);
      return input;
    }),
});
