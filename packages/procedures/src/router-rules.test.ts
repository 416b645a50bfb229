import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kit, startKit } from '../test/kit.ts';
import { appRouter } from './index.ts';
import { Problem, Scope } from './schemas.ts';

/** Every procedure there is, and every one that will be. */
const procedures = Object.entries(appRouter._def.procedures).map(([path, { _def, meta }]) => ({
  path,
  type: _def.type,
  meta,
  hasOutput: 'output' in _def && _def.output !== undefined,
}));

let kit: Kit;
let tokenWithoutScopes: string;
beforeAll(async () => {
  kit = await startKit();
  tokenWithoutScopes = await kit.tokenOf('ada', []);
});
afterAll(() => kit.stop());

async function call({ path, type }: { path: string; type: string }, token?: string) {
  const answer = await fetch(`${kit.url}/${path}`, {
    method: type === 'query' ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(type === 'query' ? {} : { body: '{}' }),
  });
  const body = await answer.json();
  return { status: answer.status, problem: Problem.parse(body.error?.data.problem) };
}

it('there are procedures to hold to the rules', () => {
  expect(procedures.map(({ path }) => path)).toContain('profile.update');
});

describe.each(procedures)('$path', (procedure) => {
  it('answers only what its output schema names', () => {
    expect(procedure.hasOutput).toBe(true);
  });

  it('names the scope that it needs', () => {
    expect(Scope.options).toContain(procedure.meta?.scope);
  });

  it.runIf(procedure.type === 'mutation')(
    'names its entry in the journal and the settings that it changes',
    () => {
      expect(procedure.meta?.journal).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(procedure.meta?.edits).toBeInstanceOf(Array);
    },
  );

  it('refuses an anonymous caller', async () => {
    const { status, problem } = await call(procedure);
    expect({ status, code: problem.code }).toEqual({ status: 401, code: 'SIGN_IN_REQUIRED' });
  });

  it('refuses a token without its scope and says which is missing', async () => {
    const { status, problem } = await call(procedure, tokenWithoutScopes);
    expect({ status, problem }).toMatchObject({
      status: 403,
      problem: { code: 'SCOPE_MISSING', scope: procedure.meta?.scope },
    });
  });
});
