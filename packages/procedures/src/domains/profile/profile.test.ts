import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';

let kit: Kit;
let ben: Client;
let benId: string;

beforeAll(async () => {
  kit = await startKit({ customDataKeys: ['theme', 'nested'] });
  kit.logto.state.customProfileFields.push(...catalogue);
  ben = kit.client(await kit.tokenOf('ben'));
  benId = (await ben.account.overview.query()).id;
});
afterAll(() => kit.stop());
beforeEach(() =>
  kit.management.users.update(benId, {
    name: 'Ben',
    avatar: null,
    profile: { givenName: 'Benjamin', nickname: 'Benny' },
    customData: { theme: 'dark', onboarding: { private: true }, company: 'ACME' },
  }),
);

const stored = () => kit.management.users.get(benId);
const base = { description: null, required: false, createdAt: 0 };
const catalogue = [
  {
    ...base,
    id: 'f1',
    name: 'company',
    type: 'Text',
    label: 'Company',
    required: true,
    sieOrder: 1,
    config: { minLength: 2, maxLength: 10 },
  },
  {
    ...base,
    id: 'f2',
    name: 'size',
    type: 'Select',
    label: 'Size',
    sieOrder: 2,
    config: { options: [{ value: 's' }, { value: 'm', label: 'Medium' }] },
  },
  {
    ...base,
    id: 'f3',
    name: 'staff',
    type: 'Number',
    label: 'Staff',
    sieOrder: 3,
    config: { minValue: 1, maxValue: 99 },
  },
  {
    ...base,
    id: 'f4',
    name: 'founded',
    type: 'Date',
    label: 'Founded',
    sieOrder: 4,
    config: { format: 'MM/dd/yyyy' },
  },
  {
    ...base,
    id: 'f5',
    name: 'news',
    type: 'Checkbox',
    label: 'News',
    sieOrder: 5,
    config: { defaultValue: 'true' },
  },
  { ...base, id: 'f6', name: 'site', type: 'Url', label: 'Site', sieOrder: 6, config: {} },
  {
    ...base,
    id: 'f7',
    name: 'code',
    type: 'Regex',
    label: 'Code',
    sieOrder: 7,
    config: { format: '^[A-Z]{3}$' },
  },
  {
    ...base,
    id: 'f8',
    name: 'trap',
    type: 'Regex',
    label: 'Trap',
    sieOrder: 8,
    config: { format: '^(a+)+$' },
  },
  {
    ...base,
    id: 'f9',
    name: 'address',
    type: 'Address',
    label: 'Home',
    sieOrder: 9,
    config: {
      parts: [part('locality', true), part('country', false), { ...part('region', false), enabled: false }],
    },
  },
] satisfies Kit['logto']['state']['customProfileFields'];

function part(name: string, required: boolean) {
  return { name, required, enabled: true, type: 'Text' };
}

describe('reading the profile', () => {
  it('shows what the person has, and of their custom data only what is meant for them', async () => {
    const profile = await ben.profile.get.query();
    expect(profile).toMatchObject({
      name: 'Ben',
      avatar: null,
      profile: { givenName: 'Benjamin', nickname: 'Benny' },
    });
    expect(profile.customData).toEqual({ theme: 'dark', company: 'ACME' });
  });

  it('can be had for the custom data alone', async () => {
    expect(await ben.profile.getCustomData.query()).toEqual({ theme: 'dark', company: 'ACME' });
  });

  it('lists the rows of the page: standard claims first, then the fields of the tenant with their rules', async () => {
    const { fields } = await ben.profile.get.query();
    expect(fields.map(({ name }) => name).slice(0, 3)).toEqual(['avatar', 'name', 'givenName']);
    expect(fields.find(({ name }) => name === 'size')).toMatchObject({
      type: 'Select',
      label: 'Size',
      group: 'customData',
    });
    expect(fields.filter(({ name }) => name === 'address')).toMatchObject([
      { label: 'Home', group: 'profile', parts: [{ name: 'locality', required: true }, { name: 'country' }] },
    ]);
  });
});

describe('a change of the profile', () => {
  it('is written to Logto and answered as it is stored', async () => {
    const answer = await ben.profile.update.mutate({ name: '  Benjamin B.  ' });
    expect(answer.name).toBe('Benjamin B.');
    expect(await stored()).toMatchObject({ name: 'Benjamin B.', profile: { nickname: 'Benny' } });
  });

  it('keeps the claims that it does not name', async () => {
    const answer = await ben.profile.update.mutate({ profile: { birthdate: '1990-02-28' } });
    expect(answer.profile).toEqual({ givenName: 'Benjamin', nickname: 'Benny', birthdate: '1990-02-28' });
    expect((await stored()).profile).toEqual(answer.profile);
  });

  it('clears a claim without a trace and keeps the others', async () => {
    await ben.profile.update.mutate({ profile: { nickname: null } });
    expect((await stored()).profile).toEqual({ givenName: 'Benjamin' });
    expect((await ben.profile.update.mutate({ name: null })).name).toBeNull();
  });

  it('replaces an address as a whole and needs its required parts', async () => {
    const { profile } = await ben.profile.update.mutate({
      profile: { address: { locality: 'Oslo', country: 'NO' } },
    });
    expect(profile.address).toEqual({ locality: 'Oslo', country: 'NO' });
    expect(
      await problemOf(ben.profile.update.mutate({ profile: { address: { country: 'SE' } } })),
    ).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'profile.address.locality', code: 'REQUIRED' }],
    });
    expect(
      await problemOf(ben.profile.update.mutate({ profile: { address: { locality: 'Oslo', region: 'x' } } })),
    ).toMatchObject({
      fields: [{ path: 'profile.address.region', code: 'UNKNOWN_FIELD' }],
    });
  });

  it('of custom data touches only the keys that it names', async () => {
    await ben.profile.update.mutate({ customData: { theme: 'light', nested: { deep: [1, 'two', null] } } });
    expect((await stored()).customData).toEqual({
      theme: 'light',
      nested: { deep: [1, 'two', null] },
      onboarding: { private: true },
      company: 'ACME',
    });
  });

  it.each([
    [{ company: null }, 'REQUIRED'],
    [{ company: 'x' }, 'TOO_SHORT', 2],
    [{ company: 'longer than ten' }, 'TOO_LONG', 10],
    [{ company: 5 }, 'WRONG_TYPE'],
    [{ size: 'xl' }, 'NOT_AN_OPTION'],
    [{ staff: 'many' }, 'NOT_A_NUMBER'],
    [{ staff: '0' }, 'TOO_SMALL', 1],
    [{ staff: '100' }, 'TOO_LARGE', 99],
    [{ founded: '2001-02-03' }, 'NOT_A_DATE'],
    [{ founded: '02/30/2001' }, 'NOT_A_DATE'],
    [{ news: 'yes' }, 'WRONG_TYPE'],
    [{ site: 'javascript:alert(1)' }, 'NOT_A_URL'],
    [{ code: 'abc' }, 'WRONG_FORMAT'],
    [{ onboarding: { private: false } }, 'UNKNOWN_FIELD'],
    [{ constructor: 'x' }, 'UNKNOWN_FIELD'],
  ])('obeys the rules of the tenant: %j is %s', async (customData, code, limit?: number) => {
    const key = Object.keys(customData)[0];
    expect(await problemOf(ben.profile.update.mutate({ customData }))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: `customData.${key}`, code, ...(limit === undefined ? {} : { limit }) }],
    });
    expect((await stored()).customData).toMatchObject({ company: 'ACME', onboarding: { private: true } });
  });

  it.each([
    [{ company: 'Initech' }],
    [{ size: 'm' }],
    [{ staff: '42' }],
    [{ founded: '02/28/2001' }],
    [{ news: false }],
    [{ site: 'https://acme.example' }],
    [{ code: 'ABC' }],
    [{ size: null }],
  ])('takes what the rules of the tenant allow: %j', async (customData) => {
    expect((await ben.profile.update.mutate({ customData })).customData).toMatchObject(customData);
  });

  it('is not held up by an expression of the tenant that never ends', async () => {
    expect(
      await problemOf(ben.profile.update.mutate({ customData: { trap: `${'a'.repeat(60)}!` } })),
    ).toMatchObject({
      fields: [{ path: 'customData.trap', code: 'WRONG_FORMAT' }],
    });
  });

  it.each([
    [{ name: '' }, 'name', 'REQUIRED'],
    [{ name: 'x'.repeat(10_000) }, 'name', 'TOO_LONG'],
    [{ name: '\u{1F600}'.repeat(65) }, 'name', 'TOO_LONG'],
    [{ name: 'a\u0000b' }, 'name', 'CHARACTERS_NOT_ALLOWED'],
    [{ name: 'half a pair \ud800' }, 'name', 'CHARACTERS_NOT_ALLOWED'],
    [{ avatar: 'javascript:alert(1)' }, 'avatar', 'NOT_A_URL'],
    [{ avatar: 'http://pictures.example/me.png' }, 'avatar', 'NOT_A_URL'],
    [{ avatar: 'data:image/png;base64,AAAA' }, 'avatar', 'NOT_A_URL'],
    [{ profile: { birthdate: '1990-02-30' } }, 'profile.birthdate', 'NOT_A_DATE'],
    [{ profile: { website: 'javascript:alert(1)' } }, 'profile.website', 'NOT_A_URL'],
    [{ profile: { zoneinfo: 'Mars/Base' } }, 'profile.zoneinfo', 'NOT_A_TIME_ZONE'],
    [{ profile: { locale: 'not a language' } }, 'profile.locale', 'NOT_A_LANGUAGE'],
    [{ profile: { preferredUsername: 'root' } }, 'profile.preferredUsername', 'UNKNOWN_FIELD'],
  ])('is refused beside its field: %j', async (update, path, code) => {
    expect(await problemOf(ben.profile.update.mutate(update))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path, code }],
    });
    expect(await stored()).toMatchObject({ name: 'Ben', avatar: null });
  });

  it('takes the longest name that Logto can read back', async () => {
    const name = '\u{1F600}'.repeat(64);
    expect((await ben.profile.update.mutate({ name })).name).toBe(name);
    expect((await ben.profile.get.query()).name).toBe(name);
  });

  it('is one group at a time, so that it happens as a whole or not at all', async () => {
    expect(await problemOf(ben.profile.update.mutate({ name: 'B', avatar: null }))).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect(await problemOf(ben.profile.update.mutate({}))).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it.each([
    '{"id":"adalovelace0","name":"x"}',
    '{"userId":"adalovelace0"}',
    '{"isSuspended":false}',
    '{"primaryEmail":"ada@harbor.example"}',
    '{"__proto__":{"name":"x"},"name":"y"}',
    '{"profile":{"__proto__":{"nickname":"x"},"nickname":"y"}}',
    '{"customData":{"constructor":{"prototype":{"polluted":true}}}}',
  ])('cannot carry anything else: %s', async (body) => {
    const answer = await fetch(`${kit.url}/profile.update`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await kit.tokenOf('ben')}` },
      body,
    });
    expect(answer.status).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await stored()).toMatchObject({ name: 'Ben', profile: { nickname: 'Benny' } });
  });
});
