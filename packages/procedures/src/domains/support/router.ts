import { t } from '../../trpc/init.ts';
import { actOn, lookAt } from '../../trpc/on-behalf.ts';
import { ask } from '../../trpc/procedure.ts';
import { findPeople } from './find.ts';
import { getAccount } from './look.ts';
import { removeIdentity, removeLostFactor, replaceIdentity } from './means.ts';
import {
  FactorRemoval,
  FactorRemoved,
  IdentityRemoval,
  IdentityRemoved,
  IdentityReplaced,
  IdentityReplacement,
  PersonDeleted,
  PersonDeletion,
  SignedOutEverywhere,
  SupportAccount,
  SupportFound,
  SupportOrder,
  SupportSearch,
  SupportTarget,
  SuspensionState,
} from './schemas.ts';
import { deletePerson, liftSuspension, signOutEverywhere, suspendPerson } from './service.ts';

/** What staff may do for others. The settings app does not ask for the scope of any of these. */
export const support = t.router({
  // Addresses of people must not stand in the address of a request.
  find: ask('account:support')
    .input(SupportSearch)
    .output(SupportFound)
    .mutation(({ ctx, input }) => findPeople(ctx, input)),

  get: lookAt()
    .input(SupportTarget)
    .output(SupportAccount)
    .query(({ ctx }) => getAccount(ctx)),

  suspend: actOn({ journal: 'support.suspended' })
    .input(SupportOrder)
    .output(SuspensionState)
    .mutation(({ ctx }) => suspendPerson(ctx)),

  lift: actOn({ journal: 'support.suspension-lifted' })
    .input(SupportOrder)
    .output(SuspensionState)
    .mutation(({ ctx }) => liftSuspension(ctx)),

  signOutEverywhere: actOn({ journal: 'support.signed-out' })
    .input(SupportOrder)
    .output(SignedOutEverywhere)
    .mutation(({ ctx }) => signOutEverywhere(ctx)),

  removeFactor: actOn({ journal: 'support.factor-removed' })
    .input(FactorRemoval)
    .output(FactorRemoved)
    .mutation(({ ctx, input }) => removeLostFactor(ctx, input)),

  removeIdentity: actOn({ journal: 'support.identity-removed' })
    .input(IdentityRemoval)
    .output(IdentityRemoved)
    .mutation(({ ctx, input }) => removeIdentity(ctx, input)),

  replaceIdentity: actOn({ journal: 'support.identity-replaced' })
    .input(IdentityReplacement)
    .output(IdentityReplaced)
    .mutation(({ ctx, input }) => replaceIdentity(ctx, input)),

  delete: actOn({ journal: 'support.deleted', stepUp: 'delete' })
    .input(PersonDeletion)
    .output(PersonDeleted)
    .mutation(({ ctx, input }) => deletePerson(ctx, input)),
});
