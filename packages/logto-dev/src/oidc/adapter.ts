import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { JsonObject, OidcRow, State } from '../state.ts';
import { findClient } from './clients.ts';

/** Pages that ask for two resources at once use one refresh token twice: Logto lets that pass for this long. */
const refreshTokenLeewayMs = 3000;

/** Stores what oidc-provider keeps in `state.oidc`. Clients are read from `state.applications`. */
export function createAdapter(state: State) {
  return (kind: string): Adapter => (kind === 'Client' ? clientAdapter(state) : rowAdapter(state, kind));
}

function rowAdapter(state: State, kind: string): Adapter {
  const key = (id: string) => `${kind}:${id}`;
  const rows = () => [...state.oidc.values()].filter((row) => row.kind === kind);
  return {
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn === undefined ? null : Math.floor(Date.now() / 1000) + expiresIn;
      const consumedAt = state.oidc.get(key(id))?.consumedAt;
      const row: OidcRow = { kind, id, payload: copy(payload), expiresAt };
      state.oidc.set(key(id), consumedAt === undefined ? row : { ...row, consumedAt });
    },
    find: async (id) => read(state.oidc.get(key(id))),
    findByUid: async (uid) => read(rows().find((row) => row.payload.uid === uid)),
    findByUserCode: async () => undefined,
    async consume(id) {
      const row = state.oidc.get(key(id));
      if (row) row.consumedAt = Date.now();
    },
    async destroy(id) {
      state.oidc.delete(key(id));
    },
    async revokeByGrantId(grantId) {
      for (const row of rows()) if (row.payload.grantId === grantId) state.oidc.delete(key(row.id));
    },
  };
}

function read(row: OidcRow | undefined): AdapterPayload | undefined {
  if (!row) return undefined;
  return { ...structuredClone(row.payload), ...(isConsumed(row) ? { consumed: true } : {}) };
}

function isConsumed({ kind, consumedAt }: OidcRow) {
  if (consumedAt === undefined) return false;
  return kind !== 'RefreshToken' || consumedAt + refreshTokenLeewayMs < Date.now();
}

/** Only JSON is kept, as in a database: no `undefined`, no shared references. */
const copy = (payload: AdapterPayload): JsonObject => JSON.parse(JSON.stringify(payload));

function clientAdapter(state: State): Adapter {
  const reject = async () => {
    throw new Error('Applications are not written by the OpenID provider.');
  };
  return {
    find: async (id) => findClient(state, id),
    upsert: reject,
    findByUid: reject,
    findByUserCode: reject,
    consume: reject,
    destroy: reject,
    revokeByGrantId: reject,
  };
}
