import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { appRouter } from '@account/procedures';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Kit, startKit } from '../test/kit.ts';

let kit: Kit;
let token: string;
beforeAll(async () => {
  kit = await startKit();
  const person = { identifier: 'ada', password: demoPassword, scopes: ['account:read', 'account:tokens'] };
  token = (await signInByCodeFlow(kit.logto.endpoint, person)).accountToken;
});
afterAll(() => kit.stop());

const Json = z.record(z.string(), z.unknown());
const Document = z.looseObject({ paths: Json });

async function description() {
  const document = Document.parse(await (await fetch(`${kit.url}/openapi.json`)).json());
  return { document, paths: document.paths };
}

const call = async (path: string, { headers, ...init }: RequestInit = {}) => {
  const answer = await fetch(`${kit.url}/rest/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  const [type] = answer.headers.get('content-type')?.split(';') ?? [];
  return { status: answer.status, type, answer, body: Json.parse(await answer.json()) };
};
const post = (path: string, input?: unknown, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    ...(input !== undefined && { body: JSON.stringify(input) }),
    headers: { ...(input !== undefined && { 'content-type': 'application/json' }), ...headers },
  });

describe('the description', () => {
  it('is valid OpenAPI 3.1 and names every procedure', async () => {
    const { document, paths } = await description();
    expect(await new Validator().validate(document)).toEqual({ valid: true });
    expect(document).toMatchObject({ openapi: '3.1.0' });
    const expected = Object.keys(appRouter._def.procedures).map((path) => `/${path.replaceAll('.', '/')}`);
    expect(Object.keys(paths)).toEqual(expected);
  });

  it('says what a call needs: scope, proof, limits', async () => {
    const { paths } = await description();
    expect(paths['/tokens/create']).toMatchObject({
      post: {
        operationId: 'tokens.create',
        security: [{ signIn: ['account:tokens'] }],
        parameters: [{ $ref: '#/components/parameters/stepUp' }],
        description: expect.stringContaining('At most 30 calls in 60 seconds.'),
        requestBody: { content: { 'application/json': { schema: { required: ['name', 'expiresInDays'] } } } },
      },
    });
    const limit = { name: 'limit', in: 'query', required: false };
    expect(paths['/activity/list']).toMatchObject({
      get: { parameters: expect.arrayContaining([expect.objectContaining(limit)]) },
    });
  });
});

describe('an endpoint', () => {
  it('answers a question, with the query string as its input', async () => {
    expect(await call('account/overview')).toMatchObject({ status: 200, body: { name: 'Ada Lovelace' } });
    expect(await call('activity/list?limit=1&kind=sign-in')).toMatchObject({
      status: 200,
      body: { items: [{}] },
    });
  });

  it('says which field is wrong', async () => {
    expect(await post('tokens/update', { name: 'none', newName: '' })).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: {
        title: 'Bad Request',
        status: 400,
        code: 'INPUT_INVALID',
        fields: [{ path: 'newName', code: 'REQUIRED' }],
      },
    });
    expect((await call('activity/list?limit=many')).body.fields).toEqual([
      { path: 'limit', code: 'WRONG_TYPE' },
    ]);
  });

  it('asks for a proof, and does with it what it refused without', async () => {
    const draft = { name: 'ci', expiresInDays: 7 };
    expect(await post('tokens/create', draft)).toMatchObject({
      status: 403,
      body: { code: 'STEP_UP_REQUIRED', purpose: 'change' },
    });
    const proof = await post('stepUp/finish', {
      method: 'password',
      password: demoPassword,
      purpose: 'change',
    });
    const made = await post('tokens/create', draft, { 'x-step-up': String(proof.body.token) });
    expect(made).toMatchObject({ status: 200, body: { name: 'ci', value: expect.any(String) } });
    expect(made.answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what is refused before any procedure', () => {
  it.each([
    [
      'a stranger',
      () => call('account/overview', { headers: { authorization: '' } }),
      401,
      'SIGN_IN_REQUIRED',
    ],
    ['a token without the scope', () => post('mfa/createBackupCodes'), 403, 'SCOPE_MISSING'],
    [
      'what is no JSON',
      () =>
        call('tokens/update', { method: 'POST', body: 'name=x', headers: { 'content-type': 'text/plain' } }),
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'broken JSON',
      () =>
        call('tokens/update', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }),
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'a body that is too large',
      () => post('tokens/update', { name: 'x'.repeat(70_000) }),
      413,
      'REQUEST_TOO_LARGE',
    ],
  ])('%s', async (_what, send, status, code) => {
    const { answer, body, ...refusal } = await send();
    expect({ ...refusal, code: body.code }).toEqual({ status, type: 'application/problem+json', code });
    expect(body.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('a path that no procedure has', async () => {
    const refusal = { status: 404, type: 'application/problem+json', body: { code: 'PROCEDURE_UNKNOWN' } };
    expect(await post('tokens/nothing', {})).toMatchObject(refusal);
    expect(await call('tokens/create')).toMatchObject(refusal);
    expect((await call('__proto__/toString')).status).toBe(404);
  });
});
