import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Store } from './open.ts';
import { flows } from './schema.ts';

/** One person's flow of one kind. `id` is what they were given at the start. */
export type FlowKey = { personId: string; id: string };

/**
 * Something that begins in one call and ends in another, once: what the first call decided is kept sealed, for one
 * person and this kind, until it expires.
 */
export function defineFlow<T>(kind: string, schema: z.ZodMiniType<T>, ttlSeconds: number) {
  const Sealed = z.object({ kind: z.literal(kind), personId: z.string(), payload: schema });
  const row = ({ personId, id }: FlowKey) =>
    and(
      eq(flows.id, hash(id)),
      eq(flows.kind, kind),
      eq(flows.personId, personId),
      gt(flows.expiresAt, new Date()),
    );
  const open = async (store: Store, { personId }: FlowKey, sealed: string) => {
    const opened = Sealed.parse(await store.keys.open(sealed));
    return opened.personId === personId ? opened.payload : undefined;
  };

  return {
    ttlSeconds,

    /** Keeps `payload` and returns the id to go on with. A `fixedId` that is in use already is refused with `undefined`. */
    async start(store: Store, personId: string, payload: T, fixedId?: string): Promise<string | undefined> {
      const id = fixedId ?? randomBytes(24).toString('base64url');
      const made = await store.db
        .insert(flows)
        .values({
          id: hash(id),
          kind,
          personId,
          sealed: await store.keys.seal({ kind, personId, payload }),
          expiresAt: new Date(Date.now() + ttlSeconds * 1000),
        })
        .onConflictDoNothing()
        .returning({ id: flows.id });
      return made.length > 0 ? id : undefined;
    },

    /** What was kept, which stays; `undefined` when it is not this person's, expired, or taken. */
    async peek(store: Store, key: FlowKey): Promise<{ payload: T; isProven: boolean } | undefined> {
      const [found] = await store.db.select().from(flows).where(row(key));
      const payload = found && (await open(store, key, found.sealed));
      return payload === undefined ? undefined : { payload, isProven: found?.provenAt !== null };
    },

    /** Remembers that the proof was given, so that a failure on the way to the goal does not ask for it again. */
    async prove(store: Store, key: FlowKey) {
      await store.db.update(flows).set({ provenAt: new Date() }).where(row(key));
    },

    /** Ends the flow: of all who take it at once, on any server, one gets what was kept. */
    async take(store: Store, key: FlowKey): Promise<T | undefined> {
      const [taken] = await store.db.delete(flows).where(row(key)).returning();
      return taken && open(store, key, taken.sealed);
    },

    /** Ends every flow of this kind that the person has begun. */
    async endAll(store: Store, personId: string) {
      await store.db.delete(flows).where(and(eq(flows.kind, kind), eq(flows.personId, personId)));
    },
  };
}

function hash(id: string) {
  return createHash('sha256').update(id).digest('base64url');
}
