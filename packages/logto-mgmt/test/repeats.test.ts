import { describe, expect, it, vi } from 'vitest';
import { connect, cut, inTurn, json, type Responder, startLogto, text } from './logto.ts';

const user = json(200, { id: 'u1' });

const cutInTheMiddle: Responder = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"id":', () => response.socket?.destroy());
};

describe('what is repeated', () => {
  it.each([
    ['a cut connection', cut],
    ['a connection cut in the middle of the body', cutInTheMiddle],
    ['half-written JSON', text(200, '{"id":"u')],
    ['an empty good answer', text(200, '')],
    ['an empty bad answer', text(502, '')],
    ['a gateway page', text(503, '<html>')],
    ['an internal error', json(500, { message: 'Internal server error.' })],
    ['429 without Retry-After', json(429, { code: 'request.too_many' })],
  ])('a GET succeeds after %s', async (_, failure) => {
    const logto = await startLogto(inTurn(failure, failure, user));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).resolves.toEqual({ id: 'u1' });
    expect(logto.calls).toHaveLength(3);
  });

  it('a GET is sent three times at most', async () => {
    const logto = await startLogto(text(503, ''));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).rejects.toMatchObject({ status: 503, code: 'http.503' });
    expect(logto.calls).toHaveLength(3);
  });

  it.each([
    ['a cut connection', cut, 'network.interrupted'],
    ['a connection cut in the middle of the body', cutInTheMiddle, 'network.interrupted'],
    ['half-written JSON', text(200, '{"id":"u'), 'http.invalid_body'],
    ['503', text(503, ''), 'http.503'],
    ['429', json(429, { code: 'request.message_rate_limited' }), 'request.message_rate_limited'],
  ])('a POST or PATCH that was sent is not sent again after %s', async (_, failure, code) => {
    const logto = await startLogto(failure);
    const { client } = connect(logto);

    await expect(client.verificationCodes.send({ email: 'a@b.co' })).rejects.toMatchObject({ code });
    await expect(client.users.setSuspended('u1', true)).rejects.toMatchObject({ code });
    expect(logto.calls.map(({ method }) => method)).toEqual(['POST', 'PATCH']);
  });

  it('a POST is sent again when the connection was refused', async () => {
    // Without keep-alive the POST opens a connection of its own.
    const token = json(200, { access_token: 't', expires_in: 3600, scope: 'all' }, { connection: 'close' });
    const logto = await startLogto(json(204), token);
    const refused = vi.fn(() => logto.restart());
    const { client } = connect(logto, {
      tuning: { retries: 20, backoffMs: { first: 20, longest: 40 } },
      onCall: ({ error }) => {
        if (error === 'network.unreachable' && refused.mock.calls.length === 0) refused();
      },
    });
    await client.ready();
    await logto.stop();

    await client.verificationCodes.send({ email: 'a@b.co' });
    expect(refused).toHaveBeenCalledOnce();
    expect(logto.calls).toHaveLength(1);
  });

  it.each([501, 400, 404, 422])('a GET is not repeated after %i', async (status) => {
    const logto = await startLogto(json(status, { code: 'some.code' }));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).rejects.toMatchObject({ status, retryable: false });
    expect(logto.calls).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();

  it.each([
    ['seconds', () => '3'],
    ['an HTTP date', () => inSeconds(4)],
  ])('is waited for when given as %s', async (_, retryAfter) => {
    const limited: Responder = (...to) => json(429, undefined, { 'retry-after': retryAfter() })(...to);
    const logto = await startLogto(inTurn(limited, user));
    const { client } = connect(logto, { timeoutMs: 800 });
    await client.ready();

    // The usual wait of a few milliseconds would have left time for the good answer.
    await expect(client.users.get('u1')).rejects.toMatchObject({ code: 'network.timeout' });
    expect(logto.calls).toHaveLength(1);
  });

  it.each([
    ['zero seconds', () => '0'],
    ['a date in the past', () => inSeconds(-60)],
    ['nonsense', () => 'soon'],
  ])('holds nobody up when it is %s', async (_, retryAfter) => {
    const logto = await startLogto(inTurn(json(429, undefined, { 'retry-after': retryAfter() }), user));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).resolves.toEqual({ id: 'u1' });
  });

  it('is handed to the caller when it asks for longer than a call should wait', async () => {
    const logto = await startLogto(json(429, undefined, { 'retry-after': '3600' }));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).rejects.toMatchObject({
      code: 'http.429',
      retryable: true,
      retryAfterSeconds: 3600,
    });
    expect(logto.calls).toHaveLength(1);
  });

  it('is handed to the caller of a POST, which is not repeated', async () => {
    const logto = await startLogto(json(429, { code: 'x.limited' }, { 'retry-after': '1' }));
    const { client } = connect(logto);

    await expect(client.verificationCodes.send({ phone: '1' })).rejects.toMatchObject({
      retryAfterSeconds: 1,
    });
    expect(logto.calls).toHaveLength(1);
  });
});

describe('a DELETE whose first answer was lost', () => {
  it('is done when its repeat finds nothing', async () => {
    const logto = await startLogto(inTurn(cut, json(404, { code: 'entity.not_found' })));
    const { client } = connect(logto);

    await expect(client.users.remove('u1')).resolves.toBeUndefined();
    await expect(client.users.remove('u1')).rejects.toMatchObject({ code: 'entity.not_found' });
  });

  it('fails when the first attempt had been turned away unread', async () => {
    const logto = await startLogto(inTurn(text(429, ''), json(404, { code: 'entity.not_found' })));
    const { client } = connect(logto);

    await expect(client.users.remove('u1')).rejects.toMatchObject({ code: 'entity.not_found' });
  });
});
