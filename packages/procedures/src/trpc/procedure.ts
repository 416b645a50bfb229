import type { AccountField } from '../policy/field-rights-schemas.ts';
import type { Scope } from '../policy/permissions.ts';
import type { StepUpPurpose } from '../policy/step-up-schemas.ts';
import {
  callerWithinLimit,
  editable,
  guarded,
  networkWithinLimit,
  oneAtATime,
  scoped,
  shown,
  steppedUp,
  unhurried,
} from './chain.ts';
import { journaled } from './journaled.ts';

const query = guarded.use(callerWithinLimit).use(scoped).use(shown);
const question = guarded.use(callerWithinLimit).use(scoped).use(shown);
const change = guarded.use(callerWithinLimit).use(journaled).use(scoped).use(editable);
const sensitiveChange = guarded
  .use(callerWithinLimit)
  .use(journaled)
  .use(scoped)
  .use(oneAtATime)
  .use(steppedUp)
  .use(editable);
const proof = guarded.use(callerWithinLimit).use(journaled).use(scoped).use(oneAtATime).use(editable);

const openCall = guarded.use(networkWithinLimit).use(unhurried).use(journaled);

type Change = { journal: string; edits: readonly AccountField[] };

/** A query. The person is signed in, holds the scope, exists and is not suspended; `shows` is not switched off. */
export function read(scope: Scope, declared: { shows?: AccountField } = {}) {
  return query.meta({ limit: 'read', scope, ...declared });
}

/**
 * As `read`, for a question whose input is a secret and must not stand in an address: a mutation by its transport
 * only. It changes nothing, so the journal does not hear of it.
 */
export function ask(scope: Scope, declared: { shows?: AccountField } = {}) {
  return question.meta({ limit: 'write', scope, isQuestion: true, ...declared });
}

/** A low-harm mutation: as `read`, and the settings it changes are open for editing. */
export function write(scope: Scope, { journal, edits }: Change) {
  return change.meta({ limit: 'write', scope, journal, edits });
}

/**
 * A mutation that can harm: as `write`, and the person has just proven who they are. One at a time for a person,
 * with the account as it is at that moment.
 */
export function sensitive(
  scope: Scope,
  { stepUp = 'change', ...declared }: Change & { stepUp?: StepUpPurpose },
) {
  return sensitiveChange.meta({ limit: 'sensitive', scope, stepUp, ...declared });
}

/** As `sensitive`, for what is itself a proof, or carries one in its input: it must not ask for another. */
export function proving(scope: Scope, { journal, edits }: Change) {
  return proof.meta({ limit: 'sensitive', scope, journal, edits });
}

/**
 * A mutation for people who cannot sign in: no token, no scope, nobody known. It must carry its proof in its input,
 * answer strangers all alike, and say with `ctx.subject` whom it turned out to be about. Each one is listed by name
 * in router-rules.test.ts.
 */
export function open({ journal }: Pick<Change, 'journal'>) {
  return openCall.meta({ limit: 'open', journal, edits: [] });
}
