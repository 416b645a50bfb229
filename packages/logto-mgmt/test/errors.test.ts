import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { LogtoError } from '../src/index.ts';
import { appSecret, connect, cut, json, type Responder, silence, startLogto, text } from './logto.ts';

const caught = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a LogtoError', () => {
  const id = { 'logto-core-request-id': 'request-1' };

  it("carries Logto's code, data and request id", async () => {
    const data = { issues: [{ path: ['name'] }] };
    const logto = await startLogto(json(400, { code: 'guard.invalid_input', message: 'x', data }, id));
    const { client } = connect(logto);

    const error = await caught(client.users.get('u1'));
    expect(error).toBeInstanceOf(LogtoError);
    expect(error).toMatchObject({
      name: 'LogtoError',
      message: 'GET /api/users/{userId} answered 400 (guard.invalid_input)',
      status: 400,
      code: 'guard.invalid_input',
      data,
      requestId: 'request-1',
      retryable: false,
      retryAfterSeconds: undefined,
    });
  });

  it.each([
    ['JSON without a code', json(404, { message: 'gone' }), { message: 'gone' }],
    ['JSON with a code that is no text', json(404, { code: 7, data: 1 }), 1],
    ['a JSON array', json(404, ['gone']), undefined],
    ['text', text(404, 'Not Found'), undefined],
    ['a page', text(404, '<html></html>', { 'content-type': 'text/html' }), undefined],
    ['nothing', json(404), undefined],
    ['half-written JSON', text(404, '{"code":"entity.not'), undefined],
  ])('has the code http.<status> when the body is %s', async (_, answer, data) => {
    const logto = await startLogto(answer);
    const { client } = connect(logto);

    const error = await caught(client.users.get('u1'));
    expect(error).toBeInstanceOf(LogtoError);
    expect(error).toMatchObject({ status: 404, code: 'http.404', data });
  });

  it.each([
    [200, 'no body', json(200, undefined, id)],
    [200, 'a page', text(200, '<html></html>', id)],
    [204, 'no body', json(204, undefined, id)],
  ])('tells of an answer %i with %s where data is due', async (status, _, answer) => {
    const logto = await startLogto(answer);
    const { client } = connect(logto);

    const error = await caught(client.users.get('u1'));
    expect(error).toBeInstanceOf(LogtoError);
    expect(error).toMatchObject({ status, code: 'http.invalid_body', requestId: 'request-1' });
  });
});

describe('secrets', () => {
  const secrets = [appSecret, encodeURIComponent(appSecret), 'token-1', 'token-2', 'hunter2', 'person-1'];
  // Logto echoes the payload of a token whose audience is wrong.
  const echoing =
    (status: number, code: string): Responder =>
    (response, { authorization, body }) =>
      json(status, { code, message: `${authorization} ${body}`, data: { authorization, body } })(response, {
        method: '',
        path: '',
        authorization,
        body,
      });

  const failures: [string, Responder, Responder?][] = [
    ['a 401 that echoes the token', echoing(401, 'auth.unauthorized')],
    ['a provider failure that echoes the request', echoing(400, 'connector.general')],
    [
      'an echoing page',
      (response, { authorization, body }) =>
        text(500, `${authorization}${body}`)(response, { method: '', path: '', authorization, body }),
    ],
    ['a cut connection', cut],
    ['silence', silence],
    ['a refused token request', silence, echoing(401, 'oidc.invalid_client')],
    ['a token request refused in plain OAuth', silence, echoing(400, '')],
    ['a token without the scope', silence, json(200, { access_token: 'token-1', expires_in: 1, scope: 'x' })],
    ['a broken token answer', silence, text(200, '{"access_token":"token-1"')],
  ];

  it.each(failures)('never show in an error or a report: %s', async (_, api, token) => {
    const logto = await startLogto(api, token);
    const { client, events } = connect(logto, { timeoutMs: 800 });

    const error = await caught(client.users.password.verify('person-1', 'hunter2'));
    expect(error).toBeInstanceOf(LogtoError);
    await vi.waitFor(() => expect(events).not.toEqual([]));
    const shown =
      inspect([error, events], { depth: null, showHidden: true }) + JSON.stringify([error, events]);
    for (const secret of secrets) expect(shown).not.toContain(secret);
  });

  it('never show when a custom fetch puts the request on its error', async () => {
    const fetch = (url: string, init: object) =>
      Promise.reject(Object.assign(new Error(`failed ${inspect(init)}`), { url, init, code: 'ECONNRESET' }));
    const { client, events } = connect({ endpoint: 'http://unused.invalid' }, { fetch });

    const error = await caught(client.ready());
    expect(error).toMatchObject({ code: 'network.interrupted' });
    expect(inspect([error, events, client], { depth: null, showHidden: true })).not.toMatch(
      /Basic|app%3Asecret/,
    );
  });
});

describe('onCall', () => {
  it('is told of every attempt, by path template', async () => {
    const logto = await startLogto(json(503, undefined, { 'logto-core-request-id': 'request-1' }));
    const { client, events } = connect(logto);

    await caught(client.users.mfaVerifications.remove('person-1', 'factor-1'));
    await vi.waitFor(() => expect(events).toHaveLength(4));
    const path = '/api/users/{userId}/mfa-verifications/{verificationId}';
    const failed = { method: 'DELETE', path, status: 503, error: 'http.503', requestId: 'request-1' };
    const durationMs = expect.any(Number);
    expect(events).toEqual([
      { method: 'POST', path: '/oidc/token', status: 200, attempt: 1, durationMs },
      { ...failed, attempt: 1, durationMs },
      { ...failed, attempt: 2, durationMs },
      { ...failed, attempt: 3, durationMs },
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['never ends', () => new Promise(() => {})],
  ])('cannot break or delay a call when it %s', async (_, onCall) => {
    const logto = await startLogto(json(200, { id: 'u1' }));
    const { client } = connect(logto, { onCall });

    await expect(client.users.get('u1')).resolves.toEqual({ id: 'u1' });
  });
});
