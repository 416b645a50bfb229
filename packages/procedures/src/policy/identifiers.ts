import { LogtoError } from '@account/logto-mgmt';
import { AccountError, fieldProblem } from '../trpc/account-error.ts';
import type { ChangeContext } from '../trpc/context.ts';
import { type Address, endCode, proveCode, sendCode } from './codes.ts';
import type { CodeProof, CodeSent } from './codes-schemas.ts';
import { mask } from './mask.ts';
import { keepWayIn } from './way-in.ts';

/** What a person is found by when they sign in. */
export type Identifier = 'username' | Address['kind'];

/** Where Logto keeps them. */
export const columns = { username: 'username', email: 'primaryEmail', phone: 'primaryPhone' } as const;

/**
 * Sends a code to an address that the person wants to have. Whether somebody else has it is not said here: only its
 * owner may learn that, so it waits until the code has proven who that is.
 */
export async function startAddress(ctx: ChangeContext, { kind, value }: Address): Promise<CodeSent> {
  ctx.note({ to: mask(value) });
  if (value === ctx.user[columns[kind]]?.toLowerCase()) throw fieldProblem(kind, 'SAME_AS_BEFORE');
  const sent = await sendCode(ctx, { personId: ctx.user.id, purpose: kind }, { kind, value });
  return { ...sent, to: mask(value) };
}

/**
 * Checks the code and writes the address that it was sent to, in one call. When the write fails, the same call may be
 * made again: the proof stays with the flow until the address is written.
 */
export async function finishAddress(ctx: ChangeContext, kind: Address['kind'], { flow, code }: CodeProof) {
  const personId = ctx.user.id;
  const { value } = await proveCode(ctx, { personId, purpose: kind, flow, code });
  const before = ctx.user[columns[kind]];
  ctx.note({ to: mask(value), ...(before && { from: mask(before) }) });
  const written = await writeIdentifier(ctx, kind, value);
  await endCode(ctx, personId, flow);
  return written;
}

/** Throws `TAKEN` at the field when somebody else has it. `PATCH /api/users/{id}` */
export async function writeIdentifier({ services, user }: ChangeContext, kind: Identifier, value: string) {
  const column = columns[kind];
  const written = await services.logto.users.update(user.id, { [column]: value }).catch((error) => {
    if (error instanceof LogtoError && error.code === `user.${kind}_already_in_use`) {
      throw fieldProblem(kind, 'TAKEN');
    }
    throw error;
  });
  return written[column];
}

/** Throws `NOT_FOUND` when there is none, `LAST_WAY_IN` when the person needs it. `PATCH /api/users/{id}` */
export async function removeIdentifier(ctx: ChangeContext, kind: Identifier) {
  const column = columns[kind];
  const before = ctx.user[column];
  if (!before) throw new AccountError('NOT_FOUND');
  if (kind !== 'username') ctx.note({ from: mask(before) });
  await keepWayIn(ctx, () => ({ [kind]: false }));
  await ctx.services.logto.users.update(ctx.user.id, { [column]: null });
}
