import { createHmac } from 'node:crypto';
import { ConstantBackoff, handleAll, retry } from 'cockatiel';

export type DeletionWebhook = { url: string; secret: string };

/** How long the product may think about it. */
const answerMs = 5_000;

/**
 * Asks the product whether an account may go, so that it can object, or clean up first:
 *
 *     POST <url>
 *     content-type: application/json
 *     account-signature: t=<epoch seconds>,v1=<hex HMAC-SHA256 of `<t>.<body>` under the secret>
 *
 *     {"event":"account.before-delete","userId":"…","deletionId":"…","at":<epoch milliseconds>}
 *
 * Any 2xx means go, 409 is a veto. Everything else, or no answer in five seconds, is no answer: the question is asked
 * once more at once, then this throws, and it is asked again later. The same `deletionId` is the same deletion,
 * however often it is asked about. After a 2xx the account is deleted within moments.
 */
export async function askBeforeDelete(
  { url, secret }: DeletionWebhook,
  deletion: { personId: string; id: string },
  timeoutMs = answerMs,
): Promise<'go' | 'veto'> {
  const { personId: userId, id: deletionId } = deletion;
  const body = JSON.stringify({ event: 'account.before-delete', userId, deletionId, at: Date.now() });
  const again = retry(handleAll, { maxAttempts: 1, backoff: new ConstantBackoff(200) });
  return again.execute(async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'account-signature': sign(body, secret) },
      body,
      // A signed question is for one address only.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return 'go';
    if (response.status === 409) return 'veto';
    throw new Error(`The webhook before a deletion answered ${response.status}`);
  });
}

function sign(body: string, secret: string) {
  const seconds = Math.floor(Date.now() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
