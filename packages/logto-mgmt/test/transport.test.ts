import { describe, expect, it, vi } from 'vitest';
import { connect, cut, inTurn, json, silence, startLogto, text } from './logto.ts';

const user = json(200, { id: 'u1' });

describe('time', () => {
  it('a call ends with network.timeout when Logto does not answer in time', async () => {
    const logto = await startLogto(silence);
    const { client, events } = connect(logto, { timeoutMs: 800 });
    await client.ready();

    await expect(client.users.get('u1')).rejects.toMatchObject({
      name: 'LogtoError',
      code: 'network.timeout',
      status: undefined,
      retryable: true,
    });
    await vi.waitFor(() => expect(events.at(-1)).toMatchObject({ error: 'network.timeout', attempt: 1 }));
    expect(logto.calls).toHaveLength(1);
  });

  it('a body that stops in the middle ends with network.timeout', async () => {
    const logto = await startLogto((response) => {
      response.writeHead(200);
      response.write('{"id":');
    });
    const { client } = connect(logto, { timeoutMs: 800 });
    await client.ready();

    await expect(client.users.get('u1')).rejects.toMatchObject({ code: 'network.timeout' });
  });

  it('bounds the repeats and the wait for a token as well', async () => {
    const logto = await startLogto(user, silence);
    const { client } = connect(logto, { timeoutMs: 200 });

    await expect(client.users.get('u1')).rejects.toMatchObject({ code: 'network.timeout' });
    expect(logto.calls).toHaveLength(0);
  });

  it('holds for a custom fetch that ignores its signal', async () => {
    const { client } = connect(
      { endpoint: 'http://unused.invalid' },
      { timeoutMs: 50, fetch: () => new Promise(() => {}) },
    );

    await expect(client.ready()).rejects.toMatchObject({ code: 'network.timeout' });
  });
});

describe('the circuit breaker', () => {
  const tuning = { retries: 0, breaker: { faults: 3, openMs: 600 } };
  const fail = (calls: (() => Promise<unknown>)[]) => Promise.allSettled(calls.map((call) => call()));

  it.each([
    ['gateway errors', text(503, '')],
    ['cut connections', cut],
  ])('sends nothing after %s in a row, then tries again', async (_, failure) => {
    const logto = await startLogto(inTurn(failure, failure, failure, user));
    const { client, events } = connect(logto, { tuning });
    await client.ready();
    const get = () => client.users.get('u1');

    for (const call of [get, get, get]) await fail([call]);
    await expect(get()).rejects.toMatchObject({ code: 'network.circuit_open', retryable: true });
    expect(logto.calls).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ error: 'network.circuit_open' });

    await vi.waitFor(get, { timeout: 3_000 });
    expect(logto.calls).toHaveLength(4);
    await expect(get()).resolves.toEqual({ id: 'u1' });
  });

  it.each([400, 401, 404, 422, 429, 500, 501])('does not mind answers with %i', async (status) => {
    const logto = await startLogto(json(status, { code: 'some.code' }));
    const { client } = connect(logto, { tuning });

    for (let sent = 0; sent < 6; sent += 1) {
      await expect(client.users.get('u1')).rejects.toMatchObject({ status });
    }
  });
});

describe('the connection', () => {
  it('an unreachable Logto is network.unreachable', async () => {
    const logto = await startLogto(user);
    await logto.stop();
    const { client } = connect(logto);

    await expect(client.users.get('u1')).rejects.toMatchObject({
      code: 'network.unreachable',
      retryable: true,
      message: 'POST /oidc/token got no answer (ECONNREFUSED)',
    });
  });

  it('a redirect is an error and is not followed', async () => {
    const logto = await startLogto(text(301, '', { location: '/elsewhere' }));
    const { client } = connect(logto);

    await expect(client.users.get('u1')).rejects.toMatchObject({ code: 'http.301' });
    expect(logto.calls).toHaveLength(1);
  });

  it('a closed client refuses calls without trying', async () => {
    const logto = await startLogto(user);
    const { client } = connect(logto);
    await client.users.get('u1');
    await client.close();
    await client.close();

    await expect(client.users.get('u1')).rejects.toMatchObject({ code: 'client.closed', retryable: false });
    expect(logto.calls).toHaveLength(1);
  });

  it('the global fetch can be used instead of the built-in one', async () => {
    const logto = await startLogto(user);
    const { client } = connect(logto, { fetch: globalThis.fetch });

    await expect(client.users.get('u1')).resolves.toEqual({ id: 'u1' });
  });
});
