import { LogtoError, type MfaVerification } from '@account/logto-mgmt';
import { Secret, TOTP } from 'otpauth';
import * as z from 'zod/mini';
import { defineFlow } from '../../store/flows.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import { afterRemoval, assertAllowed, readVerifications, removeVerification } from './factors.ts';
import type { TotpFinish, TotpFinished, TotpStart, TotpStarted } from './schemas.ts';

/** `replaces`: the id of the authenticator app that the person has agreed to give up. */
const Pending = z.object({ secret: z.string(), replaces: z.nullable(z.string()) });

const totpFlow = defineFlow('totp', Pending, 10 * 60);

/** 32 characters of base32, the most that Logto takes. */
const secretBytes = 20;

/**
 * Makes a secret for an authenticator app and keeps it sealed: Logto binds a secret without asking for a code, so
 * nothing reaches it before one was right. Of one person only the latest secret counts. Throws `NOT_AVAILABLE`, or
 * `ALREADY_SET_UP` unless `replace` is given.
 */
export async function startTotp(ctx: ChangeContext, { replace }: TotpStart): Promise<TotpStarted> {
  await assertAllowed(ctx, 'Totp');
  const current = findTotp(await readVerifications(ctx));
  if (current && !replace) throw new AccountError('ALREADY_SET_UP');
  const { store } = ctx.services;
  const secret = new Secret({ size: secretBytes }).base32;
  await totpFlow.endAll(store, ctx.user.id);
  const flow = await totpFlow.start(store, ctx.user.id, { secret, replaces: current?.id ?? null });
  if (!flow) throw new Error('A new flow had an id that was in use');
  return {
    flow,
    secret,
    uri: generator(ctx, secret).toString(),
    expiresAt: Date.now() + totpFlow.ttlSeconds * 1000,
  };
}

/**
 * Checks a code and only then binds the secret: `POST /api/users/{id}/mfa-verifications`, then
 * `GET` and `PATCH …/logto-configs`, so that Logto asks for it. A code counts once: the flow remembers the proof and ends with
 * the binding. When Logto fails on the way, the same call finishes what is left.
 */
export async function finishTotp(ctx: ChangeContext, { flow, code }: TotpFinish): Promise<TotpFinished> {
  const { store } = ctx.services;
  const key = { personId: ctx.user.id, id: flow };
  const found = await totpFlow.peek(store, key);
  if (!found) throw new AccountError('FLOW_EXPIRED');
  await assertAllowed(ctx, 'Totp');
  const verifications = await readVerifications(ctx);
  const current = findTotp(verifications);
  if (!found.isProven) {
    // It was set up somewhere else since the start, and nobody has agreed to give it up.
    if (current && current.id !== found.payload.replaces) throw new AccountError('ALREADY_SET_UP');
    await checkCode(ctx, found.payload.secret, code);
    await totpFlow.prove(store, key);
  }
  await bind(ctx, found.payload.secret, current);
  await totpFlow.take(store, key);
  const isReplaced = found.payload.replaces !== null;
  ctx.note({ isReplaced });
  return { isReplaced, hasBackupCodes: verifications.some(({ remainCodes = 0 }) => remainCodes > 0) };
}

/** Counted for the person and not for the flow: a new flow is no new set of tries. */
async function checkCode(ctx: ChangeContext, secret: string, code: string) {
  const { limits } = ctx.services;
  const tries = `${ctx.user.id}:totp`;
  await limits.attempt('guess', tries);
  // The clocks of phones and servers differ; Logto allows for the same.
  if (generator(ctx, secret).validate({ token: code, window: 1 }) === null) {
    throw fieldProblem('code', 'WRONG_CODE');
  }
  await limits.forgive('guess', tries);
}

/** Logto keeps one authenticator app a person, so the former one has to go first. */
async function bind(ctx: ChangeContext, secret: string, former: MfaVerification | undefined) {
  const { mfaVerifications } = ctx.services.logto.users;
  if (former) await removeVerification(ctx, former);
  try {
    await mfaVerifications.createTotp(ctx.user.id, secret);
    await askForFactors(ctx);
  } catch (cause) {
    if (cause instanceof LogtoError && cause.code === 'user.totp_already_in_use') {
      throw new AccountError('ALREADY_SET_UP', { cause });
    }
    if (!former) throw cause;
    ctx.note({ formerRemoved: true });
    throw afterRemoval(cause);
  }
}

/** Who once declined a second factor is not asked for it, and binding one over the Management API changes nothing in that. */
async function askForFactors({ services, user: { id } }: ChangeContext) {
  const { logtoConfigs } = services.logto.users;
  const { mfa } = await logtoConfigs.get(id);
  if (mfa.enabled && !mfa.skipMfaOnSignIn) return;
  await logtoConfigs.update(id, { mfa: { enabled: true, skipMfaOnSignIn: false } });
}

/** The label is what tells two accounts apart in the app. */
function generator({ services, user }: PersonContext, secret: string) {
  const { primaryEmail, username, name, primaryPhone, id } = user;
  const label = primaryEmail ?? username ?? name ?? primaryPhone ?? id;
  return new TOTP({ issuer: services.rules.productName, label, secret: Secret.fromBase32(secret) });
}

function findTotp(verifications: readonly MfaVerification[]) {
  return verifications.find(({ type }) => type === 'Totp');
}
