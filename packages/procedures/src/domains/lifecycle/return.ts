import { type Address, addressOf, endCode, hash, nobody, proveCode, sendCodeIf } from '../../policy/codes.ts';
import type { CodeProof } from '../../policy/codes-schemas.ts';
import { type Departure, endDeparture, findDeparture, findUser } from '../../policy/departure.ts';
import { findPerson, type Named, readIdentifier } from '../../policy/find-person.ts';
import { provePassword } from '../../policy/password-proof.ts';
import { canSend } from '../../policy/way-in.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { OpenContext } from '../../trpc/context.ts';
import type { ReturnByPassword, Returned, ReturnStart, ReturnStarted } from './schemas.ts';

/*
 * The way back for people who cannot sign in because they left by their own wish. Strangers call this too, so whoever
 * is not waiting to come back (unknown, active, suspended by an operator) is answered as if they had got it wrong.
 * A password alone is less than a sign-in asks for; but all it does is to let the person sign in again.
 */

const purpose = 'return' as const;

/** Sends a code to an address whose owner can come back, and says the same for every other. */
export async function startReturn(ctx: OpenContext, { identifier }: ReturnStart): Promise<ReturnStarted> {
  const address = toAddress(readIdentifier(identifier));
  if (!canSend(await ctx.services.tenant.connectors(), address.kind)) throw new AccountError('NOT_AVAILABLE');
  const departure = await findReturning(ctx, address);
  return sendCodeIf(departure !== undefined, ctx, { purpose, address });
}

/** Whoever has the address that the code was sent to is let in again. `PATCH /api/users/{id}/is-suspended` */
export async function finishReturn(ctx: OpenContext, { flow, code }: CodeProof): Promise<Returned> {
  const key = { personId: nobody, purpose, flow };
  const departure = await findReturning(ctx, await addressOf(ctx, key));
  const refusal = fieldProblem('code', 'WRONG_CODE');
  await proveCode(ctx, { ...key, code }).catch((error) => {
    throw isWrong(error) ? refusal : error;
  });
  const returned = departure && (await comeBack(ctx, departure));
  if (!returned) throw refusal;
  await endCode(ctx, nobody, flow);
  return returned;
}

/** As `finishReturn`, for those who know their password. `POST /api/users/{id}/password/verify` */
export async function finishReturnByPassword(
  ctx: OpenContext,
  { identifier, password }: ReturnByPassword,
): Promise<Returned> {
  const named = readIdentifier(identifier);
  const tries = `return:${hash(`${named.kind}:${named.value}`)}`;
  await ctx.services.limits.attempt('guess', tries);
  const departure = await findReturning(ctx, named);
  const isRight = departure && (await isTheirPassword(ctx, departure, password));
  const returned = isRight ? await comeBack(ctx, departure) : undefined;
  if (!returned) throw fieldProblem('password', 'WRONG_PASSWORD');
  await ctx.services.limits.forgive('guess', tries);
  return returned;
}

function toAddress({ kind, value }: Named): Address {
  const isAddress = kind === 'email' ? /^\S+@\S+\.\S+$/.test(value) : kind === 'phone' && value.length <= 32;
  if (!isAddress || kind === 'username') throw fieldProblem('identifier', 'WRONG_FORMAT');
  return { kind, value };
}

/** The person whom the journal is told of: only somebody who can come back. */
async function findReturning(ctx: OpenContext, named: Named): Promise<Departure | undefined> {
  const user = await findPerson(ctx.services, named);
  const departure = user && (await findDeparture(ctx.services.store, user));
  if (departure) ctx.subject(departure.personId);
  return departure;
}

/** Too many guesses under another name of the same person must look like one more wrong guess. */
async function isTheirPassword({ services }: OpenContext, { personId: id }: Departure, password: string) {
  return provePassword({ services, user: { id } }, password, 'password').then(
    () => true,
    (error) => {
      if (isWrong(error) || (error instanceof AccountError && error.code === 'TOO_MANY_REQUESTS'))
        return false;
      throw error;
    },
  );
}

function isWrong(error: unknown) {
  return error instanceof AccountError && error.code === 'INPUT_INVALID';
}

/** Looks again under the person's lock: they may have come back, or been deleted, a moment ago. */
function comeBack(ctx: OpenContext, { personId }: Departure): Promise<Returned | undefined> {
  const { services } = ctx;
  return services.store.exclusively(`person:${personId}`, async () => {
    const user = await findUser(services, personId);
    const departure = user && (await findDeparture(services.store, user));
    if (!departure) return undefined;
    await endDeparture(services, personId);
    const from = departure.deletion ? 'deletion' : 'deactivation';
    ctx.note({ from });
    return { from };
  });
}
