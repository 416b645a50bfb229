import type { Grant } from '@account/logto-mgmt';
import { isGone } from '../../policy/sign-out.ts';
import { withdrawTokens } from '../../policy/token-floor.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import type { AppRemoval, AppRemoved, ConnectedApp, ConnectedApps } from './schemas.ts';

/** What may act for the person. `GET /api/users/{id}/grants` */
export async function listApps(ctx: PersonContext): Promise<ConnectedApps> {
  const grants = await grantsOf(ctx);
  const ids = [...new Set(grants.map(applicationIdOf))];
  const apps = await Promise.all(
    ids.map((id) =>
      toApp(
        ctx,
        id,
        grants.filter((grant) => applicationIdOf(grant) === id),
      ),
    ),
  );
  return apps.toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * Ends every grant of an application, and with it what it was signed in to. Throws `NOT_FOUND` when the person has
 * none for it. `DELETE /api/users/{id}/grants/{grantId}`
 */
export async function removeApp(ctx: ChangeContext, { applicationId }: AppRemoval): Promise<AppRemoved> {
  const { services, user, caller } = ctx;
  const grants = (await grantsOf(ctx)).filter((grant) => applicationIdOf(grant) === applicationId);
  const [first] = grants;
  if (!first) throw new AccountError('NOT_FOUND');
  ctx.note({ applicationId, name: first.application.name, grantCount: grants.length });
  for (const { id } of grants) await services.logto.users.grants.revoke(user.id, id).catch(ignoreGone);
  await withdrawTokens(services, user.id);
  return { grantCount: grants.length, isThisApp: applicationId === caller.clientId };
}

function grantsOf({ services, user }: PersonContext) {
  return services.logto.users.grants.list(user.id);
}

function applicationIdOf({ payload }: Grant) {
  return payload.clientId;
}

async function toApp({ services, caller }: PersonContext, applicationId: string, grants: readonly Grant[]) {
  const facts = await services.tenant.application(applicationId);
  return {
    applicationId,
    name: facts?.name ?? grants[0]?.application.name ?? applicationId,
    logo: facts?.logo ?? null,
    logoDark: facts?.logoDark ?? null,
    // What Logto has no record of introduced itself, so it is not the operator's.
    isThirdParty: facts?.isThirdParty ?? true,
    termsOfUseUrl: facts?.termsOfUseUrl ?? null,
    privacyPolicyUrl: facts?.privacyPolicyUrl ?? null,
    since: Math.min(...grants.map(({ payload }) => payload.iat * 1000)),
    expiresAt: Math.max(...grants.map(({ expiresAt }) => expiresAt)),
    grantCount: grants.length,
    isThisApp: applicationId === caller.clientId,
  } satisfies ConnectedApp;
}

/** Somebody else ended it in the meantime: what was wanted is so. */
function ignoreGone(error: unknown) {
  if (!isGone(error)) throw error;
}
