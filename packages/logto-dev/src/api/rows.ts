import { newId } from '../ids.ts';
import { isJsonObject, type OidcRow, type State } from '../state.ts';

/** The rows of one kind that belong to a person and have not expired. */
export function activeRows(state: State, kind: string, userId: string): OidcRow[] {
  const now = Date.now() / 1000;
  return [...state.oidc.values()].filter(
    (row) =>
      row.kind === kind &&
      row.payload.accountId === userId &&
      (row.expiresAt === null || row.expiresAt > now),
  );
}

/** The Management API speaks milliseconds. */
export const expiresAtMs = ({ expiresAt }: OidcRow) => (expiresAt ?? 0) * 1000;

/** The grants that a session has given, with the application of each. */
export function authorizationsOf({ payload: { authorizations } }: OidcRow) {
  if (!isJsonObject(authorizations)) return [];
  return Object.entries(authorizations).flatMap(([clientId, details]) =>
    isJsonObject(details) && typeof details.grantId === 'string'
      ? [{ clientId, grantId: details.grantId }]
      : [],
  );
}

/** Ends a grant with every token and code that came out of it. */
export function revokeGrant(state: State, grantId: string) {
  for (const [key, { kind, id, payload }] of state.oidc)
    if (payload.grantId === grantId || (kind === 'Grant' && id === grantId)) state.oidc.delete(key);
}

/** The session forgets the applications of a grant and gets a new name, so that its browser has to sign in again. */
export function forgetGrant(state: State, userId: string, grantId: string) {
  for (const row of activeRows(state, 'Session', userId)) {
    const clients = authorizationsOf(row).filter((authorization) => authorization.grantId === grantId);
    const { authorizations } = row.payload;
    if (clients.length === 0 || !isJsonObject(authorizations)) continue;
    const gone = new Set(clients.map(({ clientId }) => clientId));
    const left = Object.fromEntries(
      Object.entries(authorizations).filter(([clientId]) => !gone.has(clientId)),
    );
    const id = newId();
    state.oidc.delete(`Session:${row.id}`);
    state.oidc.set(`Session:${id}`, {
      ...row,
      id,
      payload: { ...row.payload, jti: id, authorizations: left },
    });
  }
}
