import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { field, startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement();
});
beforeEach(() => fetch(`${logto.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => logto.close());

describe('verification codes', () => {
  const send = (body: object) => logto.call('POST', '/verification-codes', { body });
  const verify = (body: object) => logto.call('POST', '/verification-codes/verify', { body });
  const email = 'dora@example.com';

  async function received(address: string) {
    const answer = await fetch(`${logto.endpoint}/dev/inbox?address=${encodeURIComponent(address)}`);
    return field(await answer.json(), 'code');
  }

  it('work once, for the address exactly as it was written', async () => {
    expect(await send({ email })).toMatchObject({ status: 204, text: '' });
    const verificationCode = await received(email);
    expect((await verify({ email: 'Dora@example.com', verificationCode })).json).toMatchObject({
      code: 'verification_code.not_found',
    });
    expect((await verify({ email, verificationCode })).status).toBe(204);
    expect((await verify({ email, verificationCode })).json).toMatchObject({
      code: 'verification_code.not_found',
    });
  });

  it('go to phones too, and a new one replaces the older one', async () => {
    const phone = '14155550101';
    await send({ phone });
    const older = await received(phone);
    await send({ phone });
    const newer = await received(phone);
    if (older !== newer)
      expect((await verify({ phone, verificationCode: older })).json).toMatchObject({
        code: 'verification_code.code_mismatch',
      });
    expect((await verify({ phone, verificationCode: newer })).status).toBe(204);
  });

  it('die after ten wrong tries and after their time', async () => {
    await send({ email });
    const verificationCode = await received(email);
    for (let count = 0; count < 10; count += 1)
      expect((await verify({ email, verificationCode: 'wrong' })).json).toMatchObject({
        code: 'verification_code.code_mismatch',
      });
    expect((await verify({ email, verificationCode })).json).toMatchObject({
      code: 'verification_code.exceed_max_try',
    });
    await send({ email });
    const [passcode] = logto.state.passcodes;
    if (passcode) passcode.createdAt -= 601_000;
    expect((await verify({ email, verificationCode: await received(email) })).json).toMatchObject({
      code: 'verification_code.expired',
    });
  });

  it('are sent ten times in ten minutes to one recipient, in whatever spelling', async () => {
    for (let count = 0; count < 10; count += 1) expect((await send({ email })).status).toBe(204);
    expect(await send({ email: 'DORA@example.com' })).toMatchObject({
      status: 429,
      json: { code: 'request.message_rate_limited' },
    });
    expect((await send({ email: 'other@example.com' })).status).toBe(204);
  });

  it('exist even when no connector could send them', async () => {
    for (const { id, type } of logto.state.connectors.values())
      if (type === 'Email') logto.state.connectors.delete(id);
    expect(await send({ email })).toMatchObject({ status: 501, json: { code: 'connector.not_found' } });
    expect((await verify({ email, verificationCode: 'wrong' })).json).toMatchObject({
      code: 'verification_code.code_mismatch',
    });
  });
});

describe('settings of the tenant', () => {
  it('are public in part', async () => {
    const { json } = await logto.call('GET', '/.well-known/sign-in-exp', { token: null });
    expect(json).toMatchObject({ forgotPassword: { email: true, phone: true }, customProfileFields: [] });
    expect(json).not.toHaveProperty('emailBlocklistPolicy');
    expect((await logto.call('GET', '/.well-known/account-center', { token: null })).json).toMatchObject({
      enabled: true,
    });
    expect((await logto.call('GET', '/status', { token: null })).status).toBe(204);
    expect((await logto.call('GET', '/sign-in-exp', { token: null })).status).toBe(401);
  });

  it('change one by one, within their rules', async () => {
    const change = (body: object) => logto.call('PATCH', '/sign-in-exp', { body });
    expect((await change({ supportEmail: '', signInMode: 'SignIn' })).json).toMatchObject({
      supportEmail: null,
      signInMode: 'SignIn',
    });
    const refusals = {
      backup_code_cannot_be_enabled_alone: { mfa: { factors: ['BackupCode'], policy: 'NoPrompt' } },
      duplicated_mfa_factors: { mfa: { factors: ['Totp', 'Totp'], policy: 'NoPrompt' } },
      passwordless_requires_verify: { signUp: { identifiers: ['email'], password: true, verify: false } },
      unsupported_default_language: { languageInfo: { autoDetect: true, fallbackLanguage: 'tlh' } },
    };
    for (const [code, body] of Object.entries(refusals))
      expect((await change(body)).json).toMatchObject({ code: `sign_in_experiences.${code}` });
    expect((await change({})).json).toMatchObject({ code: 'entity.invalid_input' });
  });

  it('say what people may edit', async () => {
    const change = (body: object) => logto.call('PATCH', '/account-center', { body });
    expect((await change({ fields: { name: 'ReadOnly' }, deleteAccountUrl: '' })).json).toMatchObject({
      fields: { name: 'ReadOnly' },
      deleteAccountUrl: null,
    });
    for (const body of [{ fields: { name: 'Sometimes' } }, { deleteAccountUrl: 'javascript:alert(1)' }])
      expect((await change(body)).json).toMatchObject({ code: 'guard.invalid_input' });
  });

  it('define profile fields, which leave the pages that use them when they are deleted', async () => {
    const path = '/custom-profile-fields';
    const company = { name: 'company', type: 'Text', label: 'Company', required: false };
    const create = (body: object) => logto.call('POST', path, { body });
    expect(await create(company)).toMatchObject({
      status: 201,
      json: { ...company, config: {}, sieOrder: 1 },
    });
    expect((await create(company)).json).toMatchObject({ code: 'custom_profile_fields.name_exists' });
    expect((await create({ ...company, name: 'email' })).json).toMatchObject({
      code: 'custom_profile_fields.name_conflict_sign_in_identifier',
    });
    expect(
      (await create({ ...company, name: 'b', config: { minLength: 3, maxLength: 2 } })).json,
    ).toMatchObject({
      code: 'custom_profile_fields.invalid_min_max_input',
    });
    const { name: _, ...update } = { ...company, label: 'Employer' };
    expect((await logto.call('PUT', `${path}/company`, { body: update })).json).toMatchObject({
      label: 'Employer',
    });
    await logto.call('PATCH', '/account-center', {
      body: { profileFields: [{ name: 'company' }, { name: 'gone' }] },
    });
    expect(logto.state.accountCenter.profileFields).toEqual([{ name: 'company' }]);
    expect((await logto.call('DELETE', `${path}/company`)).status).toBe(204);
    expect(logto.state.accountCenter.profileFields).toEqual([]);
  });
});
