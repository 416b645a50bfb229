import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Store } from '../store/open.ts';
import { stepUpFloors } from '../store/schema.ts';
import { AccountError } from '../trpc/account-error.ts';
import { StepUpPurpose, stepUpTtlSeconds } from './step-up-schemas.ts';

const typ = 'step-up+jwt';

/** `at`: epoch milliseconds, because a proof and what withdraws it can fall into one second. */
const Claims = z.object({ sub: z.string(), purpose: StepUpPurpose, at: z.number() });

/** Proof that the person was just asked who they are; for nobody else and for one purpose. */
export async function issueStepUp(store: Store, personId: string, purpose: StepUpPurpose) {
  const at = Date.now();
  return {
    token: await store.keys.sign(typ, { sub: personId, purpose, at }, stepUpTtlSeconds),
    expiresAt: at + stepUpTtlSeconds * 1000,
  };
}

/** Throws `STEP_UP_REQUIRED` unless `token` is a proof of this person for this purpose that still counts. */
export async function requireStepUp(
  store: Store,
  personId: string,
  { token, purpose }: { token: string | undefined; purpose: StepUpPurpose },
) {
  const claims = token && (await store.keys.verify(typ, token).then(Claims.parse, () => undefined));
  const isTheirs = claims && claims.sub === personId && claims.purpose === purpose;
  if (!isTheirs || !(await stillCounts(store, personId, claims.at))) {
    throw new AccountError('STEP_UP_REQUIRED', { purpose });
  }
}

/** Whether a proof that was given at that time (epoch milliseconds) still counts. */
export async function stillCounts(store: Store, personId: string, at: number) {
  return at >= (await floor(store, personId));
}

/** From now on earlier proofs of this person count no more: after a new password, or after signing out everywhere. */
export async function withdrawStepUps({ db }: Store, personId: string) {
  const notBefore = new Date();
  await db
    .insert(stepUpFloors)
    .values({ personId, notBefore })
    .onConflictDoUpdate({
      target: stepUpFloors.personId,
      set: { notBefore: sql`greatest(${stepUpFloors.notBefore}, excluded.not_before)` },
    });
}

async function floor({ db }: Store, personId: string) {
  const [row] = await db.select().from(stepUpFloors).where(eq(stepUpFloors.personId, personId));
  return row?.notBefore.getTime() ?? 0;
}
