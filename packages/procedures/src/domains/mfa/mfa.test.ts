import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { setUpMfa } from './testing.ts';

let kit: Kit;
let ada: Client;
let put: ReturnType<typeof setUpMfa>;
beforeAll(async () => {
  kit = await startKit();
  const token = await kit.tokenOf('ada');
  ada = kit.client(token, await kit.stepUpOf(token));
  put = setUpMfa(kit, 'adalovelace0');
});
afterAll(() => kit.stop());
beforeEach(() => put.reset());

describe('the overview', () => {
  it('shows every factor without its secret, and what the tenant allows', async () => {
    put.totp();
    put.passkey('key');
    put.backupCodes(7);
    const overview = await ada.mfa.list.query();
    expect(overview).toEqual({
      isEnforced: false,
      factors: ['Totp', 'WebAuthn', 'BackupCode'],
      verifications: [
        { id: 'totp', type: 'Totp', createdAt: 1000 },
        {
          id: 'key',
          type: 'WebAuthn',
          createdAt: 2000,
          lastUsedAt: 3000,
          name: 'My key',
          device: 'Firefox on macOS',
        },
        { id: 'codes', type: 'BackupCode', createdAt: 4000, remainingCodes: 7 },
      ],
      passkeys: { signIn: false, addUrl: `${kit.logto.endpoint}/account/passkey/add` },
    });
  });

  it('costs one call about the person beside the reading of the person', async () => {
    const before = kit.calls.length;
    await ada.mfa.list.query();
    expect(kit.calls.slice(before).filter((path) => path.startsWith('/api/users'))).toHaveLength(2);
  });
});

describe('backup codes', () => {
  it('are ten, handed out once, and of no use alone', async () => {
    expect(await problemOf(ada.mfa.createBackupCodes.mutate({}))).toMatchObject({
      code: 'NOT_AVAILABLE',
      reason: 'NEEDS_ANOTHER_FACTOR',
    });
    put.passkey('key');
    const { codes } = await ada.mfa.createBackupCodes.mutate({});
    expect(codes).toHaveLength(10);
    expect(JSON.stringify(await ada.mfa.list.query())).not.toContain(codes[0]);
  });

  it('replace unused ones only when that is said; used-up ones need no word', async () => {
    put.totp();
    put.backupCodes(1);
    expect(await problemOf(ada.mfa.createBackupCodes.mutate({}))).toMatchObject({ code: 'ALREADY_SET_UP' });
    await ada.mfa.createBackupCodes.mutate({ replace: true });
    expect(put.types()).toEqual(['Totp', 'BackupCode']);
    put.reset();
    put.totp();
    put.backupCodes(0);
    await ada.mfa.createBackupCodes.mutate({});
    expect(put.types()).toEqual(['Totp', 'BackupCode']);
    expect((await ada.mfa.list.query()).verifications[1]).toMatchObject({ remainingCodes: 10 });
  });

  it('are gone, and that is said, when Logto fails between the old ones and the new ones; the next try makes them', async () => {
    put.totp();
    put.backupCodes(5);
    put.fault({ method: 'POST', cut: 'before' });
    expect(await problemOf(ada.mfa.createBackupCodes.mutate({ replace: true }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
      reason: 'FORMER_REMOVED',
    });
    expect(put.types()).toEqual(['Totp']);
    expect((await ada.mfa.createBackupCodes.mutate({})).codes).toHaveLength(10);
  });

  it('do not stay behind when they were lost on the way', async () => {
    put.totp();
    put.fault({ method: 'POST', cut: 'half' });
    expect(await problemOf(ada.mfa.createBackupCodes.mutate({}))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
    expect(put.types()).toEqual(['Totp']);
  });
});

describe('removing a factor', () => {
  it('takes any type, and leaves the others', async () => {
    put.totp();
    put.passkey('key');
    put.backupCodes(5);
    expect(await ada.mfa.remove.mutate({ id: 'key' })).toEqual({ id: 'key', backupCodesRemoved: false });
    expect(await ada.mfa.remove.mutate({ id: 'codes' })).toEqual({ id: 'codes', backupCodesRemoved: false });
    expect(put.types()).toEqual(['Totp']);
  });

  it('takes the backup codes along with the last factor, and says so', async () => {
    put.totp();
    put.backupCodes(5);
    expect(await ada.mfa.remove.mutate({ id: 'totp' })).toEqual({ id: 'totp', backupCodesRemoved: true });
    expect(put.types()).toEqual([]);
  });

  it('never leaves backup codes without a factor when Logto fails in between, and the same call goes on', async () => {
    put.totp();
    put.backupCodes(5);
    put.fault({ path: `${put.path}/totp`, method: 'DELETE', count: 3, status: 500 });
    expect(await problemOf(ada.mfa.remove.mutate({ id: 'totp' }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
    expect(put.types()).toEqual(['Totp']);
    await ada.mfa.remove.mutate({ id: 'totp' });
    expect(put.types()).toEqual([]);
  });

  it('counts as done when Logto did it and its answer was lost', async () => {
    put.totp();
    put.fault({ method: 'DELETE', status: 404, body: '{"code":"entity.not_found","message":"gone"}' });
    expect(await ada.mfa.remove.mutate({ id: 'totp' })).toMatchObject({ id: 'totp' });
  });

  it('does not find what another person has, or what a path could make of an id', async () => {
    put.totp();
    const alans = kit.logto.state.users.get('alanturing00')?.mfaVerifications;
    for (const id of [alans?.[0]?.id ?? 'missing', '..', '.', 'a/b', '%2e%2e']) {
      expect(await problemOf(ada.mfa.remove.mutate({ id }))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(alans).toHaveLength(2);
    expect(put.types()).toEqual(['Totp']);
  });
});

describe('a setting of the tenant', () => {
  /** Settings are kept for a while, so each of these has a server of its own before the same Logto. */
  async function withSettings(settings: Record<string, unknown>, work: (client: Client) => Promise<void>) {
    const before = { ...kit.logto.state.signInExperience };
    Object.assign(kit.logto.state.signInExperience, settings);
    const other = await startKit({ logto: kit.logto });
    try {
      const token = await other.tokenOf('ada');
      await work(other.client(token, await other.stepUpOf(token)));
    } finally {
      Object.assign(kit.logto.state.signInExperience, before);
      await other.stop();
    }
  }

  const mandatory = { mfa: { factors: ['Totp', 'WebAuthn', 'BackupCode'], policy: 'Mandatory' } };

  it('that requires a factor keeps the last one, and lets go of every other', () =>
    withSettings(mandatory, async (client) => {
      put.totp();
      put.passkey('key');
      put.backupCodes(5);
      put.person.logtoConfig = { mfa: { enabled: false } };
      expect(await client.mfa.list.query()).toMatchObject({ isEnforced: true });
      await client.mfa.remove.mutate({ id: 'key' });
      expect(await problemOf(client.mfa.remove.mutate({ id: 'totp' }))).toMatchObject({
        code: 'NOT_AVAILABLE',
        reason: 'REQUIRED',
      });
      expect(put.types()).toEqual(['Totp', 'BackupCode']);
    }));

  it('that counts the person’s address as a factor lets go of the last other one', () =>
    withSettings(
      { mfa: { factors: ['Totp', 'EmailVerificationCode'], policy: 'Mandatory' } },
      async (client) => {
        put.totp();
        await client.mfa.remove.mutate({ id: 'totp' });
        expect(put.types()).toEqual([]);
      },
    ));

  it('that switches factors off refuses new ones, ignores old ones and lets them go', () =>
    withSettings({ mfa: { factors: ['WebAuthn'], policy: 'Mandatory' } }, async (client) => {
      const refusal = { code: 'NOT_AVAILABLE', reason: 'SWITCHED_OFF' };
      expect(await problemOf(client.mfa.startTotp.mutate({}))).toMatchObject(refusal);
      put.totp();
      expect(await problemOf(client.mfa.createBackupCodes.mutate({}))).toMatchObject(refusal);
      await client.mfa.remove.mutate({ id: 'totp' });
      expect(put.types()).toEqual([]);
    }));

  it('that makes passkeys the only way to sign in keeps the last passkey', () =>
    withSettings({ passkeySignIn: { enabled: true } }, async (client) => {
      put.passkey('first');
      put.passkey('second');
      const { password, primaryEmail, primaryPhone, identities } = put.person;
      Object.assign(put.person, { primaryEmail: null, primaryPhone: null, identities: {}, password: null });
      await client.mfa.remove.mutate({ id: 'first' });
      const refusal = await problemOf(client.mfa.remove.mutate({ id: 'second' }));
      Object.assign(put.person, { primaryEmail, primaryPhone, identities, password });
      expect(refusal).toMatchObject({ code: 'LAST_WAY_IN' });
      await client.mfa.remove.mutate({ id: 'second' });
    }));

  it('that closes two-step verification closes the page and every change', async () => {
    const fields = kit.logto.state.accountCenter.fields;
    kit.setAccountCenter({ mfa: 'Off' });
    const other = await startKit({ logto: kit.logto });
    const token = await other.tokenOf('ada');
    const client = other.client(token, await other.stepUpOf(token));
    Object.assign(kit.logto.state.accountCenter, { fields });
    put.totp();
    expect(await problemOf(client.mfa.list.query())).toMatchObject({ code: 'NOT_AVAILABLE' });
    for (const call of [
      () => client.mfa.startTotp.mutate({}),
      () => client.mfa.createBackupCodes.mutate({}),
      () => client.mfa.remove.mutate({ id: 'totp' }),
    ]) {
      expect(await problemOf(call())).toMatchObject({ code: 'FIELD_NOT_EDITABLE' });
    }
    await other.stop();
  });
});
