import { LogtoError, type Session } from '@account/logto-mgmt';
import { AccountError } from '../trpc/account-error.ts';
import type { Services } from '../trpc/context.ts';
import type { IdToken } from './id-token.ts';
import { withdrawTokens } from './token-floor.ts';

/** What to tell the device of an ID token by. */
export type Device = Pick<IdToken, 'clientId' | 'sid'>;

/** Whether a session is the one that an ID token was made in; never, when Logto gave that token no `sid`. */
export function isSessionOf({ payload }: Session, { clientId, sid }: Device) {
  return sid !== undefined && payload.authorizations?.[clientId]?.sid === sid;
}

/** How often to look again for those who signed in while others were signed out. */
const rounds = 5;

/**
 * Signs the person out everywhere but on the device that is to be kept: every other session ends with its grants, and
 * so do grants of the operator's own applications that outlived their session. Third parties that go on without one
 * are connections that the person chose, and stay. Access tokens count no more here; at other APIs they live on until
 * they expire. A session that fails to end keeps no other from ending; then the failure is thrown.
 * Who signs in meanwhile is signed out as well; `LOGTO_UNAVAILABLE` when that has no end.
 * `DELETE /api/users/{id}/sessions/{sessionId}?revokeGrantsTarget=all` and `…/grants/{grantId}`
 * @returns how many sessions ended, and whether the device to be kept was found among them
 */
export async function signOutOthers(services: Services, personId: string, keep: Device | undefined) {
  // At the end, because until its session ends a device can get another token.
  return endOthers(services, personId, keep).finally(() => withdrawTokens(services, personId));
}

async function endOthers({ logto }: Services, personId: string, keep: Device | undefined) {
  const endedSessions = new Set<string>();
  const endedGrants = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const all = await logto.users.sessions.list(personId);
    const kept = all.filter((session) => keep !== undefined && isSessionOf(session, keep));
    const sessions = all.filter((session) => !kept.includes(session)).map(({ payload }) => payload.uid);
    const isNewSession = await endNew(sessions, endedSessions, (uid) =>
      logto.users.sessions.revoke(personId, uid, { revokeGrantsTarget: 'all' }),
    );
    const keptGrants = new Set(kept.flatMap(grantsOf));
    const left = await logto.users.grants.list(personId, { appType: 'firstParty' });
    const grants = left.map(({ id }) => id).filter((id) => !keptGrants.has(id));
    const isNewGrant = await endNew(grants, endedGrants, (id) => logto.users.grants.revoke(personId, id));
    if (!isNewSession && !isNewGrant) return { count: endedSessions.size, keptCurrent: kept.length > 0 };
  }
  throw new AccountError('LOGTO_UNAVAILABLE', {
    cause: new Error('Sessions begin as fast as they are ended'),
  });
}

/** Ends those that were not ended before. Returns whether there were any. */
async function endNew(found: readonly string[], ended: Set<string>, end: (id: string) => Promise<void>) {
  const fresh = found.filter((id) => !ended.has(id));
  await tryAll(fresh, end);
  for (const id of fresh) ended.add(id);
  return fresh.length > 0;
}

function grantsOf({ payload }: Session) {
  return Object.values(payload.authorizations ?? {}).map(({ grantId }) => grantId);
}

async function tryAll<T>(items: readonly T[], end: (item: T) => Promise<void>) {
  const outcomes = await Promise.allSettled(items.map(end));
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected' && !isGone(outcome.reason)) throw outcome.reason;
  }
}

/** Logto's words for a session or grant that has ended already: what was wanted is so. */
const goneCodes = ['oidc.session_not_found', 'oidc.invalid_session_account_id', 'oidc.invalid_grant'];

/** Whether a session or grant is no longer there, or not the person's. */
export function isGone(error: unknown) {
  return error instanceof LogtoError && error.status === 404 && goneCodes.includes(error.code);
}
