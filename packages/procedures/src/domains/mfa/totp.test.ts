import { Secret, TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/database.ts';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { flows, journal, limits } from '../../store/schema.ts';
import { setUpMfa } from './testing.ts';

let kit: Kit;
/** A second server: the same Logto and the same database. */
let second: Kit;
let adaToken: string;
let ada: Client;
let adaThere: Client;
let put: ReturnType<typeof setUpMfa>;
beforeAll(async () => {
  const databaseUrl = await newDatabase();
  kit = await startKit({ databaseUrl, productName: 'Harbor' });
  second = await startKit({ databaseUrl, logto: kit.logto });
  adaToken = await kit.tokenOf('ada');
  const stepUp = await kit.stepUpOf(adaToken);
  ada = kit.client(adaToken, stepUp);
  adaThere = second.client(adaToken, stepUp);
  put = setUpMfa(kit, 'adalovelace0');
});
afterAll(async () => {
  await second.stop();
  await kit.stop();
});
beforeEach(async () => {
  put.reset();
  await kit.store.db.delete(limits);
});

const codeOf = (secret: string, secondsFromNow = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + secondsFromNow * 1000 });
const wrongCodeOf = (secret: string) => {
  const right = [-60, -30, 0, 30, 60].map((seconds) => codeOf(secret, seconds));
  return (
    ['111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !right.includes(code)) ?? ''
  );
};
const bound = () =>
  put.person.mfaVerifications.flatMap((factor) => (factor.type === 'Totp' ? [factor.key] : []));
const wrongCode = { code: 'INPUT_INVALID', fields: [{ path: 'code', code: 'WRONG_CODE' }] };

describe('a new authenticator app', () => {
  it('gets a secret of ours under the name of the product, and Logto nothing yet', async () => {
    const { secret, uri, expiresAt } = await ada.mfa.startTotp.mutate({});
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(URI.parse(uri)).toMatchObject({
      issuer: 'Harbor',
      label: 'ada@harbor.example',
      digits: 6,
      period: 30,
    });
    expect(uri).toContain(secret);
    expect(expiresAt).toBeGreaterThan(Date.now());
    expect(bound()).toEqual([]);
  });

  it('is bound by a right code only, with the secret that was shown, and asked for from then on', async () => {
    put.person.logtoConfig = { mfa: { enabled: false, skipMfaOnSignIn: true } };
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const refusal = await problemOf(ada.mfa.finishTotp.mutate({ flow, code: wrongCodeOf(secret) }));
    expect(refusal).toMatchObject(wrongCode);
    expect(bound()).toEqual([]);
    const code = codeOf(secret).replace(/^.../, '$& ');
    expect(await ada.mfa.finishTotp.mutate({ flow, code })).toEqual({
      isReplaced: false,
      hasBackupCodes: false,
    });
    expect(bound()).toEqual([secret]);
    expect(put.person.logtoConfig.mfa).toMatchObject({ enabled: true, skipMfaOnSignIn: false });
  });

  it.each([-30, 30])('may have a clock that is %d seconds off, and no more than a step', async (seconds) => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    // Three steps away, so that a step that ends during the test does not matter.
    const code = codeOf(secret, 3 * seconds);
    expect(await problemOf(ada.mfa.finishTotp.mutate({ flow, code }))).toMatchObject(wrongCode);
    await ada.mfa.finishTotp.mutate({ flow, code: codeOf(secret, seconds / 2) });
    expect(bound()).toEqual([secret]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '12 34 5'])('is not bound by %j', async (code) => {
    const { flow } = await ada.mfa.startTotp.mutate({});
    expect(await problemOf(ada.mfa.finishTotp.mutate({ flow, code }))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'code', code: 'WRONG_FORMAT' }],
    });
  });

  it('is not set up beside another one', async () => {
    put.totp();
    expect(await problemOf(ada.mfa.startTotp.mutate({}))).toMatchObject({ code: 'ALREADY_SET_UP' });
  });

  it('leaves no secret and no code in the journal, and none to read in the database', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const kept = JSON.stringify(await kit.store.db.select().from(flows));
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(flow);
    const code = codeOf(secret);
    await ada.mfa.finishTotp.mutate({ flow, code });
    const rows = await kit.store.db.select().from(journal);
    const written = rows.filter(({ event }) => event.startsWith('mfa.totp'));
    expect(written.length).toBeGreaterThan(1);
    for (const secretThing of [secret, flow, code]) {
      expect(JSON.stringify(written.map(({ details }) => details))).not.toContain(secretThing);
    }
  });
});

describe('a flow', () => {
  it('is good for one binding: the same code again is refused', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const code = codeOf(secret);
    await ada.mfa.finishTotp.mutate({ flow, code });
    put.reset();
    expect(await problemOf(ada.mfa.finishTotp.mutate({ flow, code }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    expect(bound()).toEqual([]);
  });

  it('is finished by one of two parallel calls on two servers', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const code = codeOf(secret);
    const outcomes = await Promise.allSettled(
      [ada, adaThere].map((client) => client.mfa.finishTotp.mutate({ flow, code })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(bound()).toEqual([secret]);
  });

  it('is of no use to another person', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const token = await kit.tokenOf('ben');
    const ben = kit.client(token, await kit.stepUpOf(token));
    expect(await problemOf(ben.mfa.finishTotp.mutate({ flow, code: codeOf(secret) }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    await ada.mfa.finishTotp.mutate({ flow, code: codeOf(secret) });
  });

  it('is of no use without a proof of who the person is', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const call = kit.client(adaToken).mfa.finishTotp.mutate({ flow, code: codeOf(secret) });
    expect(await problemOf(call)).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(bound()).toEqual([]);
  });

  it('ends when the person begins another one', async () => {
    const first = await ada.mfa.startTotp.mutate({});
    const latest = await ada.mfa.startTotp.mutate({});
    const late = ada.mfa.finishTotp.mutate({ flow: first.flow, code: codeOf(first.secret) });
    expect(await problemOf(late)).toMatchObject({ code: 'FLOW_EXPIRED' });
    await ada.mfa.finishTotp.mutate({ flow: latest.flow, code: codeOf(latest.secret) });
    expect(bound()).toEqual([latest.secret]);
  });

  it('does not push aside an app that was set up elsewhere since', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({ replace: true });
    put.totp('ANOTHERSECRETANOTHERSECRET234567');
    const call = ada.mfa.finishTotp.mutate({ flow, code: codeOf(secret) });
    expect(await problemOf(call)).toMatchObject({ code: 'ALREADY_SET_UP' });
    expect(bound()).toEqual(['ANOTHERSECRETANOTHERSECRET234567']);
  });

  it('allows ten guesses, on all servers together, in this flow and the next', async () => {
    const { flow, secret } = await ada.mfa.startTotp.mutate({});
    const code = wrongCodeOf(secret);
    const guesses = [ada, adaThere].flatMap((client) =>
      Array.from({ length: 6 }, () => problemOf(client.mfa.finishTotp.mutate({ flow, code }))),
    );
    const codes = (await Promise.all(guesses)).map((problem) => problem.code).sort();
    expect(codes).toEqual([...Array(10).fill('INPUT_INVALID'), 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
    const next = await ada.mfa.startTotp.mutate({});
    const late = adaThere.mfa.finishTotp.mutate({ flow: next.flow, code: codeOf(next.secret) });
    expect(await problemOf(late)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(bound()).toEqual([]);
  });
});

// Asked of the second server, because each lets a person make thirty such calls a minute.
describe('replacing an authenticator app', () => {
  it('keeps the former one until a code of the new one is right', async () => {
    put.totp('FORMERSECRETFORMERSECRET23456723');
    put.backupCodes(4);
    const { flow, secret } = await adaThere.mfa.startTotp.mutate({ replace: true });
    await problemOf(adaThere.mfa.finishTotp.mutate({ flow, code: wrongCodeOf(secret) }));
    expect(bound()).toEqual(['FORMERSECRETFORMERSECRET23456723']);
    expect(await adaThere.mfa.finishTotp.mutate({ flow, code: codeOf(secret) })).toEqual({
      isReplaced: true,
      hasBackupCodes: true,
    });
    expect(bound()).toEqual([secret]);
  });

  it('says when Logto failed between the former and the new one, and the same flow goes on without another proof', async () => {
    put.totp();
    const { flow, secret } = await adaThere.mfa.startTotp.mutate({ replace: true });
    const code = codeOf(secret);
    put.fault({ method: 'POST', cut: 'before' });
    expect(await problemOf(adaThere.mfa.finishTotp.mutate({ flow, code }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
      reason: 'FORMER_REMOVED',
    });
    expect(bound()).toEqual([]);
    // By then the code on the phone is another one, and the old one would be wrong.
    await adaThere.mfa.finishTotp.mutate({ flow, code: wrongCodeOf(secret) });
    expect(bound()).toEqual([secret]);
    expect(await problemOf(adaThere.mfa.finishTotp.mutate({ flow, code }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
  });

  it.each([
    { what: 'the answer to the binding is lost', fault: { method: 'POST', cut: 'half' as const } },
    {
      what: 'the setting that follows fails',
      fault: { path: '/api/users/adalovelace0/logto-configs', method: 'PATCH', status: 500 },
    },
  ])('ends with our secret bound and asked for, even when $what', async ({ fault }) => {
    const { flow, secret } = await adaThere.mfa.startTotp.mutate({});
    put.fault(fault);
    const code = codeOf(secret);
    expect(await problemOf(adaThere.mfa.finishTotp.mutate({ flow, code }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
    await adaThere.mfa.finishTotp.mutate({ flow, code });
    expect(bound()).toEqual([secret]);
    expect(put.person.logtoConfig.mfa).toMatchObject({ enabled: true });
  });
});
