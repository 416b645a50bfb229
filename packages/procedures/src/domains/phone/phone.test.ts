import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';

const benId = 'benfranklin0';

let kit: Kit;
let benToken: string;
let ben: Client;
let ada: Client;

beforeAll(async () => {
  kit = await startKit();
  benToken = await kit.tokenOf('ben');
  ben = kit.client(benToken, await kit.stepUpOf(benToken));
  const adaToken = await kit.tokenOf('ada');
  ada = kit.client(adaToken, await kit.stepUpOf(adaToken));
});
afterAll(() => kit.stop());
beforeEach(async () => {
  await kit.store.query('delete from account.limits', []);
  await kit.management.users.update(benId, { primaryPhone: null });
});

const stored = async (id = benId) => (await kit.management.users.get(id)).primaryPhone;

async function started(phone: string, client = ben) {
  const { flow } = await client.phone.start.mutate({ phone });
  return { flow, code: kit.logto.state.inbox.at(-1)?.code ?? '' };
}

describe('a new phone number', () => {
  it.each([
    ['+1 (202) 555-0143', '12025550143', '+1 202 555 0143'],
    ['12025550143', '12025550143', '+1 202 555 0143'],
    ['+44 (0)20 7946 0958', '442079460958', '+44 20 7946 0958'],
    ['4407911123456', '447911123456', '+44 7911 123456'],
    ['+39 06 698 12345', '390669812345', '+39 06 6981 2345'],
    ['61 0412.345.678', '61412345678', '+61 412 345 678'],
  ])(
    'is sent to and stored in one form, however it is written, and read in another: %s is %s, %s',
    async (written, digits, phoneText) => {
      const { flow, to } = await ben.phone.start.mutate({ phone: written });
      expect(to).toBe(`••••${digits.slice(-4)}`);
      expect(await stored()).toBeNull();
      const message = kit.logto.state.inbox.at(-1);
      expect(message).toMatchObject({ address: digits, channel: 'sms' });
      const answer = await ben.phone.finish.mutate({ flow, code: message?.code ?? '' });
      expect(answer).toEqual({ phone: digits, phoneText });
      expect(await stored()).toBe(digits);
    },
  );

  it.each([
    ['', 'REQUIRED'],
    ['555', 'NOT_A_PHONE_NUMBER'],
    ['+1 555', 'NOT_A_PHONE_NUMBER'],
    ['+999 123 456 789', 'NOT_A_PHONE_NUMBER'],
    ['ben@harbor.example', 'NOT_A_PHONE_NUMBER'],
    ['tel:+1-202-555-0143', 'NOT_A_PHONE_NUMBER'],
    ['+12025550143;phone-context=evil.example', 'TOO_LONG'],
    ['+1 202 555 0142', 'SAME_AS_BEFORE'],
  ])('is refused beside its field, and nothing is sent: %j is %s', async (phone, code) => {
    const before = kit.logto.state.inbox.length;
    expect(await problemOf(ada.phone.start.mutate({ phone }))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'phone', code }],
    });
    expect(kit.logto.state.inbox).toHaveLength(before);
  });

  it('of somebody else is said to be taken to nobody but who can read its messages', async () => {
    const proof = await started('+1 202 555 0142');
    expect(await problemOf(ben.phone.finish.mutate({ ...proof, code: 'wrong' }))).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    expect(await problemOf(ben.phone.finish.mutate(proof))).toMatchObject({
      fields: [{ path: 'phone', code: 'TAKEN' }],
    });
    expect(await stored()).toBeNull();
  });

  it('asks for a fresh proof before a code is sent, again before it is written, and before it is removed', async () => {
    const unproven = kit.client(benToken);
    const before = kit.logto.state.inbox.length;
    const phone = '+1 202 555 0144';
    expect(await problemOf(unproven.phone.start.mutate({ phone }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    expect(kit.logto.state.inbox).toHaveLength(before);
    const proof = await started(phone);
    expect(await problemOf(unproven.phone.finish.mutate(proof))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await stored()).toBeNull();
    expect(await problemOf(unproven.phone.remove.mutate())).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });
});

describe('a flow', () => {
  it('is of no use to anybody else, nor for an email address', async () => {
    const proof = await started('+1 202 555 0145');
    expect(await problemOf(ada.phone.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
    expect(await problemOf(ben.email.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
    expect(await ben.phone.finish.mutate(proof)).toEqual({
      phone: '12025550145',
      phoneText: '+1 202 555 0145',
    });
    expect(await problemOf(ben.phone.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
  });
});

describe('no phone number', () => {
  it('is possible while something else lets the person in, once', async () => {
    expect(await ada.phone.remove.mutate()).toEqual({ phone: null, phoneText: null });
    expect(await stored('adalovelace0')).toBeNull();
    expect(await problemOf(ada.phone.remove.mutate())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused to somebody who signs in by nothing else', async () => {
    await kit.management.users.update(benId, { primaryPhone: '12025550146', username: null });
    expect(await problemOf(ben.phone.remove.mutate())).toMatchObject({ code: 'LAST_WAY_IN' });
    expect(await stored()).toBe('12025550146');
    await kit.management.users.update(benId, { username: 'ben' });
  });

  it('is all there is when the operator has closed the field', async () => {
    const closed = await startKit();
    closed.setAccountCenter({ phone: 'ReadOnly' });
    const token = await closed.tokenOf('ada');
    const person = closed.client(token, await closed.stepUpOf(token));
    for (const call of [
      () => person.phone.start.mutate({ phone: '+1 202 555 0147' }),
      () => person.phone.finish.mutate({ flow: 'x', code: '1' }),
      () => person.phone.remove.mutate(),
    ]) {
      expect(await problemOf(call())).toMatchObject({ code: 'FIELD_NOT_EDITABLE', closed: ['phone'] });
    }
    await closed.stop();
  });
});
