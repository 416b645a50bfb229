import { describe, expect, it } from 'vitest';
import { connect, json, startLogto, text } from './logto.ts';
import { accessMethods } from './methods/access.ts';
import { accountMethods } from './methods/account.ts';
import { provisioningMethods } from './methods/provisioning.ts';
import { tenantMethods } from './methods/tenant.ts';

const methods = { ...accountMethods, ...accessMethods, ...tenantMethods, ...provisioningMethods };

const leaves = (group: object, prefix = ''): string[] =>
  Object.entries(group).flatMap(([name, value]) =>
    typeof value === 'object' ? leaves(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  );

describe('every method sends what Logto documents and gives what its type says', () => {
  it.each(Object.entries(methods))('%s', async (_, method) => {
    const totals = { 'total-number': '42', 'total-number-is-capped': 'true' };
    const { status = 200, answer } = method;
    const logto = await startLogto(
      method.text === undefined ? json(status, answer, totals) : text(status, method.text),
    );
    const { client } = connect(logto);

    await expect(method.call(client)).resolves.toEqual('gives' in method ? method.gives : method.answer);
    const [sent] = logto.calls;
    expect(`${sent?.method} ${sent?.path}`).toBe(method.sends.replace(' ', ' /api'));
    expect(sent?.body ? JSON.parse(sent.body) : undefined).toEqual(method.body);
    expect(logto.calls).toHaveLength(1);
  });

  it('no method is left out', () => {
    const { client } = connect({ endpoint: 'http://unused.invalid' });
    const tested = Object.keys(methods).map((name) => name.split(',')[0]);

    expect(leaves(client).filter((name) => !tested.includes(name))).toEqual(['through', 'ready', 'close']);
  });
});

describe('what a method does not take for an answer', () => {
  it.each([
    [404, { code: 'entity.not_found' }],
    [422, { code: 'guard.other' }],
  ])('password.verify rejects for %i %o', async (status, answer) => {
    const { client } = connect(await startLogto(json(status, answer)));

    await expect(client.users.password.verify('u1', 'pw')).rejects.toMatchObject({
      status,
      code: answer.code,
    });
  });

  it.each([[{ code: 'request.invalid_input' }], [{ message: 'no code' }], [{ result: false }]])(
    'checkPassword rejects for 400 %o',
    async (answer) => {
      const { client } = connect(await startLogto(json(400, answer)));

      await expect(client.signInExperience.checkPassword({ password: 'pw' })).rejects.toMatchObject({
        status: 400,
      });
    },
  );

  it('checkPassword tells when Logto could not ask the list of leaked passwords', async () => {
    const answer = { code: 'request.invalid_input', message: 'x', data: { message: 'fetch failed' } };
    const { client } = connect(await startLogto(json(400, answer)));

    await expect(client.signInExperience.checkPassword({ password: 'pw' })).rejects.toMatchObject({
      ...{ name: 'LogtoError', code: 'password.leaks_unreachable', status: 400, retryable: true },
    });
  });

  it('createTotp and createBackupCodes reject for an answer of another shape', async () => {
    const { client } = connect(await startLogto(json(200, { type: 'WebAuthn' })));

    const error = { name: 'LogtoError', code: 'http.invalid_body' };
    await expect(client.users.mfaVerifications.createTotp('u1')).rejects.toMatchObject(error);
    await expect(client.users.mfaVerifications.createBackupCodes('u1')).rejects.toMatchObject(error);
  });
});
