import { createHash } from 'node:crypto';
import { LogtoError } from '@account/logto-mgmt';
import * as z from 'zod/mini';
import { defineFlow } from '../store/flows.ts';
import type { Store } from '../store/open.ts';
import { AccountError, fieldProblem } from '../trpc/account-error.ts';
import type { Context } from '../trpc/context.ts';
import type { FieldErrorCode } from '../trpc/problem-schemas.ts';

/** `value` is an address as it is compared: an email in lower case, a phone number in digits with its country code. */
export const Address = z.object({ kind: z.enum(['email', 'phone']), value: z.string() });
export type Address = z.infer<typeof Address>;

/** What a code was asked for; it is good for nothing else. */
export type CodePurpose = 'step-up' | 'email' | 'phone' | 'return';

/** Whose flow it is when nobody is signed in: the address alone tells, once its code has come back. */
export const nobody = '';

const Sent = z.object({ purpose: z.string(), address: Address });

/** A little longer than Logto's own codes live by default, so that Logto is the one to say that a code expired. */
const codeFlow = defineFlow('code', Sent, 15 * 60);

type Code = { personId: string; purpose: CodePurpose };

const logtoCodeErrors: Readonly<Record<string, FieldErrorCode>> = {
  'verification_code.code_mismatch': 'WRONG_CODE',
  'verification_code.not_found': 'CODE_EXPIRED',
  'verification_code.expired': 'CODE_EXPIRED',
  'verification_code.exceed_max_try': 'CODE_USED_UP',
};

/**
 * Sends a code and returns the id of the flow it belongs to: Logto itself binds a code to an address only, so we
 * bind it to the person and the purpose. `POST /api/verification-codes`.
 */
export async function sendCode({ services }: Context, { personId, purpose }: Code, address: Address) {
  await services.limits.attempt('send', personId);
  await services.limits.attempt('sendTo', hash(address.value));
  await services.logto.verificationCodes.send(recipient(address));
  return startFlow(services.store, { personId, purpose }, address);
}

/**
 * As `sendCode`, for somebody who is not signed in. The answer does not depend on `isExpected`, nor does the time it
 * takes: only then a code is sent, and nobody waits for it.
 */
export async function sendCodeIf(
  isExpected: boolean,
  { services, log }: Context,
  { purpose, address }: { purpose: CodePurpose; address: Address },
) {
  // A count of its own: strangers must not use up what the owner of the address has when signed in.
  await services.limits.attempt('sendTo', `open:${hash(address.value)}`);
  if (isExpected) {
    services.logto.verificationCodes
      .send(recipient(address))
      .catch((err) => log.error({ err, purpose }, 'code not sent'));
  }
  return startFlow(services.store, { personId: nobody, purpose }, address);
}

async function startFlow(store: Store, { personId, purpose }: Code, address: Address) {
  const flow = await codeFlow.start(store, personId, { purpose, address });
  if (!flow) throw new Error('A new flow had an id that was in use');
  return { flow, expiresAt: Date.now() + codeFlow.ttlSeconds * 1000 };
}

/** The address that the code of a flow went to; nothing is proven yet. Throws `FLOW_EXPIRED`. */
export async function addressOf({ services }: Context, { personId, purpose, flow }: Code & { flow: string }) {
  const found = await codeFlow.peek(services.store, { personId, id: flow });
  if (found?.payload.purpose !== purpose) throw new AccountError('FLOW_EXPIRED');
  return found.payload.address;
}

/**
 * Checks a code against its flow and returns the address that it proves. The proof is kept with the flow until
 * `endCode`: when what it was for fails, the same call can be made again. `POST /api/verification-codes/verify`.
 */
export async function proveCode(
  { services }: Context,
  { personId, purpose, flow, code }: Code & { flow: string; code: string },
): Promise<Address> {
  const { store, limits, logto } = services;
  const key = { personId, id: flow };
  const found = await codeFlow.peek(store, key);
  if (found?.payload.purpose !== purpose) throw new AccountError('FLOW_EXPIRED');
  const { address } = found.payload;
  if (found.isProven) return address;
  const tries = `${personId}:code:${hash(address.value)}`;
  await limits.attempt('guess', tries);
  await logto.verificationCodes.verify({ ...recipient(address), verificationCode: code }).catch(explain);
  await codeFlow.prove(store, key);
  await limits.forgive('guess', tries);
  return address;
}

/** Ends the flow of a code. Of all who end it at once, one gets `true`. */
export async function endCode({ services }: Context, personId: string, flow: string) {
  return (await codeFlow.take(services.store, { personId, id: flow })) !== undefined;
}

function recipient({ kind, value }: Address) {
  return kind === 'email' ? { email: value } : { phone: value };
}

function explain(error: unknown): never {
  const code = error instanceof LogtoError ? logtoCodeErrors[error.code] : undefined;
  throw code ? fieldProblem('code', code) : error;
}

/** Stands for an address where the address itself has no business. */
export function hash(value: string) {
  return createHash('sha256').update(value).digest('base64url').slice(0, 22);
}
