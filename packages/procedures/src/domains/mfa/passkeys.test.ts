import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Kit, startKit } from '../../../test/kit.ts';
import { setUpMfa } from './testing.ts';

let kit: Kit;
let ada: ReturnType<typeof setUpMfa>['person'];
beforeAll(async () => {
  kit = await startKit();
  ada = setUpMfa(kit, 'adalovelace0').person;
});
afterAll(() => kit.stop());

/** What Ada is told of passkeys. Settings are kept for a while, so every question has a server of its own. */
async function passkeysWith({ accountCenter = {}, signInExperience = {}, person = {} }) {
  const { state } = kit.logto;
  const given = [
    [state.accountCenter, accountCenter],
    [state.signInExperience, signInExperience],
    [ada, person],
  ] as const;
  const former = given.map(([row]) => ({ ...row }));
  const other = await startKit({ logto: kit.logto, databaseUrl: kit.databaseUrl });
  const token = await other.tokenOf('ada');
  for (const [row, change] of given) Object.assign(row, change);
  try {
    return (await other.client(token).mfa.list.query()).passkeys;
  } finally {
    for (const [index, [row]] of given.entries()) Object.assign(row, former[index]);
    await other.stop();
  }
}

const noWayToConfirm = { password: null, primaryEmail: null, primaryPhone: null };
const noFactor = { mfa: { factors: ['Totp'], policy: 'NoPrompt' } };

describe('a passkey can be added', () => {
  it.each([
    ['by whoever has a password, an address or a phone number', {}],
    [
      'by whoever has an address alone',
      { person: { ...noWayToConfirm, primaryEmail: 'ada@harbor.example' } },
    ],
    ['where Logto has no setting for passkeys alone', { accountCenter: { fields: { mfa: 'Edit' } } }],
    [
      'where it is a way to sign in and no factor',
      { signInExperience: { ...noFactor, passkeySignIn: { enabled: true } } },
    ],
  ])('%s', async (_when, settings) => {
    const { addUrl } = await passkeysWith(settings);
    expect(addUrl).toBe(`${kit.logto.endpoint}/account/passkey/add`);
  });

  it.each([
    ['where the account center is closed', { accountCenter: { enabled: false } }],
    ['where passkeys may only be seen', { accountCenter: { fields: { mfa: 'Edit', passkey: 'ReadOnly' } } }],
    ['where factors may only be seen', { accountCenter: { fields: { mfa: 'ReadOnly', passkey: 'Edit' } } }],
    ['where it is no factor', { signInExperience: noFactor }],
    ['by whoever could not confirm there that it is them', { person: noWayToConfirm }],
  ])('not %s', async (_when, settings) => {
    expect((await passkeysWith(settings)).addUrl).toBeNull();
  });
});

it('whether people can sign in with a passkey is said', async () => {
  expect((await passkeysWith({})).signIn).toBe(false);
  expect((await passkeysWith({ signInExperience: { passkeySignIn: { enabled: true } } })).signIn).toBe(true);
});
