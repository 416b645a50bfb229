import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { defineFlow } from '../store/flows.ts';
import { AccountError } from '../trpc/account-error.ts';
import type { Services } from '../trpc/context.ts';
import { eraseIfGone } from './deletion.ts';
import { withdrawTokens } from './token-floor.ts';

/**
 * What Logto tells us by itself, so that nobody waits for what was read to be forgotten. Each signal is believed once
 * and makes us look again, a logout also at who is still signed in: it is never taken for how things are. Both throw
 * `REQUEST_MALFORMED` for what Logto did not send, or sent before.
 */
const refusal = () => new AccountError('REQUEST_MALFORMED');

/** Whose these marks are: not the person's, with whose account they would go. */
const sender = 'logto';

/** As long as Logto lets a logout token live, and the clocks of two servers differ. */
const logoutTokens = defineFlow('used-logout-token', z.null(), 5 * 60);

/** A session of a person has ended: what was read of them is forgotten, and the tokens of before count no more. */
export async function receiveLogout(services: Services, logoutToken: string) {
  const { store, people, readLogoutToken } = services;
  const token = await readLogoutToken(logoutToken);
  if (!token) throw refusal();
  people.forget(token.personId);
  const isFirst = await logoutTokens.start(store, sender, null, digest(`logout ${token.jti}`));
  if (!isFirst) throw refusal();
  await withdrawTokens(services, token.personId);
}

/** Logto sends a hook when something happens, and tries for some seconds. */
const hookAgeSeconds = 5 * 60;

const hooks = defineFlow('used-hook', z.null(), 2 * hookAgeSeconds);

/** `params` for what came over the Management API, `data` for what people did themselves. */
const Hook = z.object({
  event: z.string(),
  createdAt: z.iso.datetime(),
  params: z.optional(z.object({ userId: z.optional(z.string()) })),
  data: z.optional(z.unknown()),
});
const Subject = z.object({ id: z.string() });

export type SignedHook = {
  /** Byte for byte as it came. */
  body: string;
  /** The value of the `logto-signature-sha-256` header. */
  signature: string | undefined;
};

/**
 * Something about a person has changed: `User.Data.Updated`, `User.SuspensionStatus.Updated`, `User.Deleted`. Other
 * events are none of our business.
 */
export async function receiveHook(services: Services, { body, signature }: SignedHook, signingKey: string) {
  if (!isSigned(body, signature, signingKey)) throw refusal();
  const hook = Hook.safeParse(parse(body));
  if (!hook.success || !isRecent(hook.data.createdAt)) throw refusal();
  const { event, params, data } = hook.data;
  const personId = params?.userId ?? Subject.safeParse(data).data?.id;
  if (!event.startsWith('User.') || !personId) return;
  services.people.forget(personId);
  if (!(await hooks.start(services.store, sender, null, digest(`hook ${body}`)))) throw refusal();
  if (event === 'User.Deleted') await eraseIfGone(services, personId);
}

function isSigned(body: string, signature: string | undefined, signingKey: string) {
  const expected = createHmac('sha256', signingKey).update(body).digest();
  const given = Buffer.from(signature ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isRecent(createdAt: string) {
  return Math.abs(Date.now() - Date.parse(createdAt)) <= hookAgeSeconds * 1000;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function digest(text: string) {
  return createHash('sha256').update(text).digest('base64url');
}
