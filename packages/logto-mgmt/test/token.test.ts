import { describe, expect, it, vi } from 'vitest';
import {
  appSecret,
  connect,
  inTurn,
  json,
  numberedTokens,
  type Responder,
  startLogto,
  text,
} from './logto.ts';

const user = json(200, { id: 'u1' });
const fifty = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, call));

const clock = () => {
  let now = 0;
  return {
    now: () => now,
    set: (ms: number) => {
      now = ms;
    },
  };
};

const acceptOnly =
  (token: string): Responder =>
  (response, received) => {
    const accepted = received.authorization === `Bearer ${token}`;
    (accepted ? user : json(401, { code: 'auth.unauthorized' }))(response, received);
  };

describe('the access token', () => {
  it('is asked for with form-encoded Basic credentials, the resource and the scope', async () => {
    const logto = await startLogto(user);
    const { client } = connect(logto);
    await client.ready();

    const [request] = logto.tokenRequests;
    const [id, secret] = Buffer.from(request?.authorization.replace('Basic ', '') ?? '', 'base64')
      .toString()
      .split(':')
      .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    expect([id, secret]).toEqual(['app id', appSecret]);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'client_credentials',
      resource: 'https://default.logto.app/api',
      scope: 'all',
    });
  });

  it('is fetched once for fifty calls that start together', async () => {
    const logto = await startLogto(user);
    const { client } = connect(logto);

    await fifty(() => client.users.get('u1'));
    expect(logto.tokenRequests).toHaveLength(1);
    expect(new Set(logto.calls.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer token-1']),
    );
  });

  it('is fetched once more when it expires in the middle of fifty calls', async () => {
    const time = clock();
    let answered = 0;
    const logto = await startLogto((...to) => {
      answered += 1;
      if (answered === 25) time.set(3_600_000);
      user(...to);
    });
    const { client } = connect(logto, { tuning: { now: time.now } });

    const fiveInARow = async () => {
      for (let call = 0; call < 5; call += 1) await client.users.get('u1');
    };
    await Promise.all(Array.from({ length: 10 }, fiveInARow));

    expect(logto.tokenRequests).toHaveLength(2);
    const used = new Set(logto.calls.map(({ authorization }) => authorization));
    expect(used).toEqual(new Set(['Bearer token-1', 'Bearer token-2']));
  });

  it('is renewed once in the background after 80 % of its life', async () => {
    const time = clock();
    const logto = await startLogto(user);
    const { client } = connect(logto, { tuning: { now: time.now } });
    await client.users.get('u1');

    time.set(3_600_000 * 0.79);
    await client.users.get('u1');
    expect(logto.tokenRequests).toHaveLength(1);

    time.set(3_600_000 * 0.81);
    await fifty(() => client.users.get('u1'));
    await vi.waitFor(() => expect(logto.tokenRequests).toHaveLength(2));
    await vi.waitFor(async () => {
      await client.users.get('u1');
      expect(logto.calls.at(-1)?.authorization).toBe('Bearer token-2');
    });
    expect(logto.tokenRequests).toHaveLength(2);
  });

  it('serves until its end while it cannot be renewed', async () => {
    const time = clock();
    const issue = numberedTokens();
    const logto = await startLogto(user, inTurn(issue, text(400, 'no')));
    const { client } = connect(logto, { tuning: { now: time.now } });
    await client.ready();

    time.set(3_600_000 * 0.9);
    await expect(client.users.get('u1')).resolves.toEqual({ id: 'u1' });
    time.set(3_600_000);
    await expect(client.users.get('u1')).rejects.toMatchObject({ code: 'http.400' });
  });

  it('is replaced once when Logto rejects it in fifty calls, which then succeed', async () => {
    const logto = await startLogto(acceptOnly('token-2'));
    const { client } = connect(logto);

    await fifty(() => client.verificationCodes.send({ email: 'a@b.co' }));
    expect(logto.tokenRequests).toHaveLength(2);
    expect(logto.calls.filter(({ authorization }) => authorization === 'Bearer token-2')).toHaveLength(50);
  });

  it('is replaced only once a call, so that a lasting rejection surfaces', async () => {
    const logto = await startLogto(json(401, { code: 'auth.unauthorized' }));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).rejects.toMatchObject({ status: 401, code: 'auth.unauthorized' });
    expect(logto.calls.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it.each(['connector.social_auth_code_invalid', 'connector.authorization_failed', 'user.suspended'])(
    'is kept when a 401 is about something else: %s',
    async (code) => {
      const logto = await startLogto(json(401, { code }));
      const { client } = connect(logto);

      const link = client.users.identities.link('u1', { connectorId: 'c', connectorData: {} });
      await expect(link).rejects.toMatchObject({ status: 401, code });
      expect(logto.calls).toHaveLength(1);
      expect(logto.tokenRequests).toHaveLength(1);
    },
  );

  it('may be asked for again after a passing fault', async () => {
    const logto = await startLogto(user, inTurn(text(503, ''), numberedTokens()));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).resolves.toEqual({ id: 'u1' });
  });
});

describe('ready', () => {
  it.each([
    ['lacks the scope', json(200, { access_token: 't', expires_in: 3600 }), 'token.missing_scope'],
    [
      'has another scope',
      json(200, { access_token: 't', expires_in: 3600, scope: 'allowed' }),
      'token.missing_scope',
    ],
    ['is missing', json(200, {}), 'http.invalid_body'],
    ['is an empty answer', text(200, ''), 'http.invalid_body'],
    [
      'is refused',
      json(400, { code: 'oidc.invalid_client', error: 'invalid_client' }),
      'oidc.invalid_client',
    ],
    ['is refused in plain OAuth', json(400, { error: 'invalid_client' }), 'oidc.invalid_client'],
  ])('rejects when the token %s', async (_, token, code) => {
    const logto = await startLogto(user, token);
    const { client } = connect(logto);

    await expect(client.ready()).rejects.toMatchObject({ name: 'LogtoError', code });
    await expect(client.users.get('u1')).rejects.toMatchObject({ code });
    expect(logto.calls).toHaveLength(0);
  });

  it('resolves without a call to Logto while a token is valid', async () => {
    const logto = await startLogto(user);
    const { client } = connect(logto);
    await client.ready();
    await client.ready();

    expect(logto.tokenRequests).toHaveLength(1);
  });
});
