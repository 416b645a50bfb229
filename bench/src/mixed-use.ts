import { demoPassword } from '@account/logto-dev';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { paths } from './page-requests.ts';
import { askAgain } from './view.ts';

export type Kind = 'page view' | 'profile write' | 'sensitive change';

/** One request and how it ended; `problem` says why it failed. */
export type Seen = { kind: Kind; ms: number; problem: string | undefined };

type Asked = { path: string; body?: object; headers?: Record<string, string> };

const Proof = z.object({ result: z.object({ data: z.object({ token: z.string() }) }) });

/** Which pages people look at, more often the first ones. */
const viewed = [
  ...['overview', 'overview', 'overview', 'personal info', 'personal info'],
  ...['sign-in', 'two-step', 'devices', 'activity', 'apps', 'social', 'tokens', 'organizations'],
] as const satisfies readonly (keyof typeof paths)[];

/** Of a hundred visits. */
const profileWrites = 8;
const sensitiveChanges = 4;

/** People who use the app: mostly they look; now and then they change something and look again. */
export function createMixedUse(url: string, tokens: readonly string[], onSeen: (seen: Seen) => void) {
  const dispatcher = new Agent({ connections: 100 });
  let visits = 0;

  /** @param since when it should have been sent, so that waiting for its turn counts too */
  async function ask(token: string, kind: Kind, { path, body, headers }: Asked, since = performance.now()) {
    const outcome = await send({ path, ...(body && { body }), headers: { ...headers, ...auth(token) } });
    const ms = performance.now() - since;
    onSeen({ kind, ms, problem: outcome.problem && `${kind}: ${outcome.problem}` });
    return outcome.body;
  }

  async function send({ path, body, headers = {} }: Asked) {
    try {
      const answer = await request(url + path, {
        dispatcher,
        method: body ? 'POST' : 'GET',
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        body: body ? JSON.stringify(body) : null,
      });
      const text = await answer.body.text();
      const problem = answer.statusCode === 200 ? undefined : `${answer.statusCode} ${text.slice(0, 200)}`;
      return { body: text, problem };
    } catch (error) {
      return { body: '', problem: String(error) };
    }
  }

  const page = (index: number) => paths[viewed[index % viewed.length] ?? 'overview'];

  async function changeProfile(token: string, since: number) {
    const body = { profile: { nickname: `Countess ${visits}` } };
    await ask(token, 'profile write', { path: '/trpc/profile.update', body }, since);
    await ask(token, 'page view', { path: paths['personal info'], headers: askAgain });
  }

  async function changeUsername(token: string, since: number) {
    const proof = { method: 'password', password: demoPassword, purpose: 'change' };
    const kind = 'sensitive change';
    const proven = await ask(token, kind, { path: '/trpc/stepUp.finish', body: proof }, since);
    if (!proven.startsWith('{"result"')) return;
    const stepUp = Proof.parse(JSON.parse(proven)).result.data.token;
    const body = { username: `ada_${visits}` };
    const headers = { 'x-step-up': stepUp };
    await ask(token, kind, { path: '/trpc/username.update', body, headers });
    await ask(token, 'page view', { path: paths['sign-in'], headers: askAgain });
  }

  return {
    /** Resolves when it is over, however it went. */
    visit(since = performance.now()) {
      visits += 1;
      const token = tokens[(visits * 7919) % tokens.length] ?? '';
      // Spread, so that changes do not come in a row.
      const turn = (visits * 37) % 100;
      if (turn < profileWrites) return changeProfile(token, since);
      if (turn < profileWrites + sensitiveChanges) return changeUsername(token, since);
      return ask(token, 'page view', { path: page(visits) }, since);
    },
    close: () => dispatcher.close(),
  };
}

const auth = (token: string) => ({ authorization: `Bearer ${token}` });
