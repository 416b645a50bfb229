import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { z } from 'zod';

/** What a Logto answered about Ada; her id is put in where it stood. */
export type Recorded = { status: number; body: (personId: string) => string };

type Asked = { method: string; path: string; body: string };

/** Lists that Logto answers in one piece, however long they are. */
const isList = /^\/api\/users\/\{person\}\/(personal-access-tokens|sessions|organizations)$/;

const TokenAnswer = z.object({ access_token: z.string() });
const List = z.array(z.unknown());

/**
 * The answers of a local Logto to whatever is asked of it, each asked for once and kept: it is asked about Ada, with
 * everything filled in, and `answer` makes them answers about anybody. Writes write nothing but the first time.
 * @param listLength so many tokens, sessions and organizations has everybody; as many as Ada has when `undefined`
 */
export async function startRecording(listLength: number | undefined) {
  const logto = await startLogtoDev({ port: 0, quiet: true });
  const ada = [...logto.state.users.values()].find(({ username }) => username === 'ada')?.id ?? '';
  for (const { members } of logto.state.organizations.values()) members.set(ada, []);
  const authorization = `Bearer ${await machineToken(logto.endpoint)}`;
  const kept = new Map<string, Promise<Recorded>>();

  async function record({ method, path, body }: Asked): Promise<Recorded> {
    const answer = await fetch(logto.endpoint + path.replaceAll('{person}', ada), {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body }),
    });
    if (answer.status === 401 || answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status}`);
    const text = await answer.text();
    const isLong = method === 'GET' && listLength !== undefined && isList.test(path);
    const parts = (isLong ? stretch(text, listLength) : text).split(ada);
    return { status: answer.status, body: (personId) => parts.join(personId) };
  }

  return {
    /** @param path with `{person}` where the id of the person is */
    answer: ({ method, path, body }: Asked): Promise<Recorded> => {
      const key = `${method} ${path}`;
      const known = kept.get(key) ?? record({ method, path, body });
      kept.set(key, known);
      known.catch(() => kept.delete(key));
      return known;
    },
    close: () => logto.close(),
  };
}

async function machineToken(endpoint: string) {
  const { LOGTO_M2M_APP_ID: id, LOGTO_M2M_APP_SECRET: secret } = accountEnvironment(endpoint);
  const answer = await fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      resource: 'https://default.logto.app/api',
      scope: 'all',
    }),
  });
  return TokenAnswer.parse(await answer.json()).access_token;
}

/** The rows that are there, again and again. */
function stretch(text: string, length: number) {
  const long = (list: unknown[]) => Array.from({ length }, (_, index) => list[index % list.length]);
  const body: unknown = JSON.parse(text);
  const bare = List.safeParse(body);
  const wrapped = () => Object.entries(z.record(z.string(), List).parse(body));
  return JSON.stringify(
    bare.success ? long(bare.data) : Object.fromEntries(wrapped().map(([key, list]) => [key, long(list)])),
  );
}
