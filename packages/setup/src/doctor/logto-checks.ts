import type { Config } from '@account/config';
import { signingAlgorithms } from '@account/procedures';
import { z } from 'zod';
import { get, type Reply } from '../get.ts';
import { type Finding, fail, ok, skip, warn } from './finding.ts';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.string() });
const KeySet = z.object({ keys: z.array(z.object({ alg: z.string().optional() })).min(1) });

/** What browsers and our server need of Logto before anybody has signed in. */
export async function checkLogto({ logto }: Config): Promise<Finding[]> {
  const url = `${logto.issuer}/.well-known/openid-configuration`;
  let reply: Reply;
  try {
    reply = await get(url);
  } catch (error) {
    const message = `${error instanceof Error ? error.message : 'No answer'}. Check LOGTO_ENDPOINT, DNS and firewalls.`;
    return [fail('logto.reachable', message), skip('logto.keys', 'Logto does not answer.')];
  }
  const discovery = Discovery.safeParse(reply.json);
  if (reply.status !== 200 || !discovery.success)
    return [
      fail('logto.reachable', `${url} is no Logto. LOGTO_ENDPOINT is its address without /oidc or /api.`),
    ];
  return [
    ok('logto.reachable', `Logto answers at ${logto.endpoint}.`),
    checkClock(reply),
    checkIssuer(discovery.data.issuer, logto.issuer),
    await checkKeys(discovery.data.jwks_uri),
  ];
}

/** Further off than this, sign-ins fail: the SDK in the browser allows five minutes. */
const allowedSkewSeconds = { warn: 30, fail: 300 };

function checkClock({ headers }: Reply): Finding {
  const date = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(date))
    return warn('logto.clock', "Logto's answers have no date: its clock cannot be compared.");
  const seconds = Math.round(Math.abs(Date.now() - date) / 1000);
  if (seconds <= allowedSkewSeconds.warn) return ok('logto.clock', 'The clocks agree.');
  const message = `This clock and Logto's are ${seconds} s apart. Let both follow NTP.`;
  return seconds > allowedSkewSeconds.fail ? fail('logto.clock', message) : warn('logto.clock', message);
}

function checkIssuer(issuer: string, expected: string): Finding {
  if (issuer === expected) return ok('logto.issuer', `Tokens are issued by ${issuer}.`);
  const endpoint = issuer.replace(/\/oidc$/, '');
  return fail('logto.issuer', `Tokens are issued by ${issuer}. Set LOGTO_ENDPOINT=${endpoint}.`);
}

async function checkKeys(url: string): Promise<Finding> {
  const reply = await get(url).catch(() => undefined);
  const keys = KeySet.safeParse(reply?.json);
  if (!keys.success) return fail('logto.keys', `${url} gives no keys, so no token can be verified.`);
  const known = keys.data.keys.filter(({ alg }) => alg === undefined || signingAlgorithms.includes(alg));
  if (known.length > 0) return ok('logto.keys', 'The keys of tokens can be used.');
  return fail(
    'logto.keys',
    `Logto signs with an algorithm that is not accepted. Rotate to ${signingAlgorithms}.`,
  );
}
