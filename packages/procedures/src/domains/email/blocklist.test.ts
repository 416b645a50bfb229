import { describe, expect, it } from 'vitest';
import { problemOf, startKit } from '../../../test/kit.ts';

describe('the operator', () => {
  it("decides which addresses people may have; Logto's Management API would not ask", async () => {
    const strict = await startKit();
    const emailBlocklistPolicy = {
      blockSubaddressing: true,
      blockDisposableAddresses: true,
      customBlocklist: ['@Evil.example', '@*.bad.example', 'press*@harbor.example', 'j.doe@gmail.com'],
    };
    Object.assign(strict.logto.state.signInExperience, { emailBlocklistPolicy });
    const token = await strict.tokenOf('ben');
    const person = strict.client(token, await strict.stepUpOf(token));
    const refused = [
      'ben+news@harbor.example',
      'ben@EVIL.example',
      'ben@mail.bad.example',
      'press-office@harbor.example',
      'jd.oe@googlemail.com',
      'ben@mailinator.com',
      'ben@post.mailinator.com',
    ];
    for (const address of refused) {
      expect(await problemOf(person.email.start.mutate({ email: address })), address).toMatchObject({
        fields: [{ path: 'email', code: 'NOT_ALLOWED' }],
      });
    }
    expect(strict.logto.state.inbox).toEqual([]);
    for (const address of ['ben@not-evil.example', 'ben@bad.example', 'ben@sub.evil.example']) {
      expect(await person.email.start.mutate({ email: address }), address).toHaveProperty('flow');
    }
    await strict.stop();
  });

  it('can let in the addresses of a list only', async () => {
    const strict = await startKit();
    Object.assign(strict.logto.state.signInExperience, {
      emailBlocklistPolicy: { customAllowlist: ['@harbor.example', 'guest*@partner.example'] },
    });
    const token = await strict.tokenOf('ben');
    const person = strict.client(token, await strict.stepUpOf(token));
    for (const address of [
      'ben@elsewhere.example',
      'ben@partner.example',
      'ben@harbor.example.evil.example',
    ]) {
      expect(await problemOf(person.email.start.mutate({ email: address })), address).toMatchObject({
        fields: [{ path: 'email', code: 'NOT_ALLOWED' }],
      });
    }
    for (const address of ['ben@harbor.example', 'guest7@partner.example']) {
      expect(await person.email.start.mutate({ email: address }), address).toHaveProperty('flow');
    }
    await strict.stop();
  });
});
