import type { Session as LogtoSession } from '@account/logto-mgmt';
import { coarse } from '../../policy/journal.ts';
import { isGone, isSessionOf, signOutOthers } from '../../policy/sign-out.ts';
import { withdrawStepUps } from '../../policy/step-up.ts';
import { withdrawTokens } from '../../policy/token-floor.ts';
import type { Tenant } from '../../tenant.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import { describeDevice } from './device.ts';
import type {
  OtherSessionsRemoval,
  OtherSessionsRemoved,
  Session,
  SessionRemoval,
  SessionRemoved,
  Sessions,
  SessionsQuery,
} from './schemas.ts';

/** Where the person is signed in. `GET /api/users/{id}/sessions` */
export async function listSessions(
  { services, user, caller }: PersonContext,
  { sid }: NonNullable<SessionsQuery> = {},
): Promise<Sessions> {
  const all = await services.logto.users.sessions.list(user.id);
  const current = all.find((session) => isSessionOf(session, { clientId: caller.clientId, sid }));
  const sessions = await Promise.all(all.map((session) => toSession(services.tenant, session)));
  return sessions
    .map((session) => (current ? { ...session, isCurrent: session.id === current.payload.uid } : session))
    .toSorted((one, other) => other.signedInAt - one.signedInAt);
}

/**
 * Signs one browser out, with every application that was signed in to from there. Throws `NOT_FOUND` for a session
 * that is not the person's. `DELETE /api/users/{id}/sessions/{sessionId}?revokeGrantsTarget=all`
 */
export async function removeSession(ctx: ChangeContext, { id }: SessionRemoval): Promise<SessionRemoved> {
  const { user, services } = ctx;
  const { sessions } = services.logto.users;
  const session = (await sessions.list(user.id)).find(({ payload }) => payload.uid === id);
  if (!session) throw new AccountError('NOT_FOUND');
  const { browser, system } = describeDevice(signIn(session).userAgent);
  ctx.note({ browser, system });
  await sessions.revoke(user.id, id, { revokeGrantsTarget: 'all' }).catch(explainRemoval);
  await withdrawTokens(services, user.id);
  return { id };
}

/** Signs the person out everywhere else, and ends every step-up: who did this has lost trust in what is open. */
export async function removeOtherSessions(
  ctx: ChangeContext,
  { idToken }: OtherSessionsRemoval,
): Promise<OtherSessionsRemoved> {
  const { services, user } = ctx;
  const keep = idToken === undefined ? undefined : await services.readIdToken(user.id, idToken);
  const ended = await signOutOthers(services, user.id, keep);
  ctx.note(ended);
  await withdrawStepUps(services.store, user.id);
  return ended;
}

function explainRemoval(error: unknown): never {
  throw isGone(error) ? new AccountError('NOT_FOUND', { cause: error }) : error;
}

async function toSession(tenant: Tenant, session: LogtoSession): Promise<Session> {
  const { payload, expiresAt } = session;
  const { ip, userAgent, city, country } = signIn(session);
  const clientIds = Object.keys(payload.authorizations ?? {});
  return {
    id: payload.uid,
    signedInAt: payload.loginTs * 1000,
    expiresAt,
    ...describeDevice(userAgent),
    place: { ...(city ? { city } : {}), ...(country ? { country } : {}) },
    network: coarse(ip),
    apps: await Promise.all(clientIds.map(async (id) => (await tenant.application(id))?.name ?? id)),
  };
}

function signIn({ lastSubmission }: LogtoSession) {
  return lastSubmission?.signInContext ?? {};
}
