import { t } from '../../trpc/init.ts';
import { read, sensitive } from '../../trpc/procedure.ts';
import {
  OtherSessionsRemoval,
  OtherSessionsRemoved,
  SessionRemoval,
  SessionRemoved,
  Sessions,
  SessionsQuery,
} from './schemas.ts';
import { listSessions, removeOtherSessions, removeSession } from './service.ts';

export const sessions = t.router({
  list: read('account:sessions', { shows: 'session' })
    .input(SessionsQuery)
    .output(Sessions)
    .query(({ ctx, input }) => listSessions(ctx, input)),

  remove: sensitive('account:sessions', { journal: 'session.removed', edits: ['session'] })
    .input(SessionRemoval)
    .output(SessionRemoved)
    .mutation(({ ctx, input }) => removeSession(ctx, input)),

  removeOthers: sensitive('account:sessions', { journal: 'session.others-removed', edits: ['session'] })
    .input(OtherSessionsRemoval)
    .output(OtherSessionsRemoved)
    .mutation(({ ctx, input }) => removeOtherSessions(ctx, input)),
});
