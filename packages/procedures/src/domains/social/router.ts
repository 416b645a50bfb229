import { t } from '../../trpc/init.ts';
import { proving, read, sensitive } from '../../trpc/procedure.ts';
import { finishLink, startLink } from './link.ts';
import {
  LinkedSocialAccount,
  SocialAccounts,
  SocialFinish,
  SocialRemoval,
  SocialStart,
  SocialStarted,
} from './schemas.ts';
import { listSocialAccounts, removeSocialAccount } from './service.ts';

export const social = t.router({
  list: read('account:identities', { shows: 'social' })
    .output(SocialAccounts)
    .query(({ ctx }) => listSocialAccounts(ctx)),

  start: sensitive('account:identities', { journal: 'social.started', edits: ['social'] })
    .input(SocialStart)
    .output(SocialStarted)
    .mutation(({ ctx, input }) => startLink(ctx, input)),

  /** The state that `start` gave is the proof: the browser has been away and holds no other. */
  finish: proving('account:identities', { journal: 'social.linked', edits: ['social'] })
    .input(SocialFinish)
    .output(LinkedSocialAccount)
    .mutation(({ ctx, input }) => finishLink(ctx, input)),

  remove: sensitive('account:identities', { journal: 'social.removed', edits: ['social'] })
    .input(SocialRemoval)
    .output(SocialAccounts)
    .mutation(({ ctx, input }) => removeSocialAccount(ctx, input)),
});
