import type { AnyProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Kit, startKit } from '../test/kit.ts';
import { appRouter } from './index.ts';
import { Problem, Scope } from './schemas.ts';
import type { Meta } from './trpc/init.ts';

/** Every procedure there is, and every one that will be. */
const procedures = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) =>
  isProcedure(procedure)
    ? [{ path, type: procedure._def.type, meta: procedure.meta, def: procedure._def }]
    : [],
);

/**
 * Open to people who are not signed in. Whoever adds one has thought about enumeration, guessing, flooding and what
 * a stranger learns from the answer.
 */
const openToStrangers = ['lifecycle.start', 'lifecycle.finish', 'lifecycle.finishWithPassword'];

function isProcedure(value: unknown): value is AnyProcedure & { meta: Partial<Meta> } {
  return typeof value === 'function' && '_def' in value;
}

/** What Logto calls the things that nobody may learn. */
const secrets = ['value', 'secret', 'config', 'passwordDigest', 'passwordEncrypted', 'tokenSecret'];

/** Where such a name stands for something else, or the answer is the one time that it is shown. */
const oneTimeAnswers: Record<string, string[]> = {
  'tokens.create': ['value'],
  'mfa.startTotp': ['secret'],
  // The rules of a field and the options of a selection.
  'profile.get': ['config', 'value'],
  'profile.update': ['config', 'value'],
};

function outputOf(def: object) {
  if (!('output' in def) || !(def.output instanceof z.core.$ZodType)) throw new Error('No output schema');
  return def.output;
}

function propertyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...propertyNames(value),
  ]);
}

const ErrorAnswer = z.object({ error: z.object({ data: z.object({ problem: Problem }) }) });

let kit: Kit;
let token: string;
let tokenWithoutScopes: string;
beforeAll(async () => {
  kit = await startKit();
  // Grace may do everything that anybody may.
  token = await kit.tokenOf('grace');
  tokenWithoutScopes = await kit.tokenOf('grace', []);
});
afterAll(() => kit.stop());

async function call({ path, type }: { path: string; type: string }, token?: string, stepUp?: string) {
  const answer = await fetch(`${kit.url}/${path}`, {
    method: type === 'query' ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(stepUp && { 'x-step-up': stepUp }),
    },
    ...(type === 'query' ? {} : { body: '{}' }),
  });
  const { error } = ErrorAnswer.parse(await answer.json());
  return { status: answer.status, problem: error.data.problem };
}

it('there are procedures to hold to the rules', () => {
  expect(procedures.map(({ path }) => path)).toContain('profile.update');
});

describe.each(procedures)('$path', (procedure) => {
  it('cannot answer with a secret', () => {
    const names = propertyNames(z.toJSONSchema(outputOf(procedure.def), { unrepresentable: 'any' }));
    const allowed = oneTimeAnswers[procedure.path] ?? [];
    expect(names.filter((name) => secrets.includes(name) && !allowed.includes(name))).toEqual([]);
  });

  it('answers only what its output schema names', () => {
    expect(procedure.def).toHaveProperty('output', expect.anything());
  });

  if (procedure.meta.isQuestion) {
    it('is a question, so it claims to change nothing', () => {
      expect(procedure.meta).not.toHaveProperty('journal');
      expect(procedure.meta).not.toHaveProperty('edits');
    });
  } else if (procedure.type === 'mutation') {
    it('names its entry in the journal and the settings that it changes', () => {
      expect(procedure.meta.journal).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(procedure.meta.edits).toBeInstanceOf(Array);
    });
  }

  if (procedure.meta.stepUp) {
    it('refuses without a fresh proof of who the person is, and with one for another purpose', async () => {
      const refusal = { status: 403, problem: { code: 'STEP_UP_REQUIRED', purpose: procedure.meta.stepUp } };
      expect(await call(procedure, token)).toMatchObject(refusal);
      const wrong = await kit.stepUpOf(token, procedure.meta.stepUp === 'change' ? 'delete' : 'change');
      expect(await call(procedure, token, wrong)).toMatchObject(refusal);
    });
  }

  if (procedure.meta.onBehalf) {
    it('is for the support: for everybody else its scope is missing, whomever the input names', async () => {
      expect(procedure.meta.scope).toBe('account:support');
      expect(await call(procedure, await kit.tokenOf('ada'))).toMatchObject({
        status: 403,
        problem: { code: 'SCOPE_MISSING', scope: 'account:support' },
      });
    });
  }

  if (openToStrangers.includes(procedure.path)) {
    it('is open to strangers: it needs no token, and takes its proof from the input', async () => {
      expect(procedure.meta.scope).toBeUndefined();
      expect(await call(procedure)).toMatchObject({ status: 400, problem: { code: 'INPUT_INVALID' } });
    });
    return;
  }

  it('names the scope that it needs', () => {
    expect(Scope.options).toContain(procedure.meta.scope);
  });

  it('refuses an anonymous caller', async () => {
    const { status, problem } = await call(procedure);
    expect({ status, code: problem.code }).toEqual({ status: 401, code: 'SIGN_IN_REQUIRED' });
  });

  it('refuses a token without its scope and says which is missing', async () => {
    const { status, problem } = await call(procedure, tokenWithoutScopes);
    expect({ status, problem }).toMatchObject({
      status: 403,
      problem: { code: 'SCOPE_MISSING', scope: procedure.meta.scope },
    });
  });
});
