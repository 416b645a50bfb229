import { afterEach, expect, it } from 'vitest';
import { type Kit, problemOf, startKit } from '../../test/kit.ts';

let kit: Kit | undefined;
afterEach(() => kit?.stop());

async function start(settings: Record<string, string>, { enabled = true, configured = {} } = {}) {
  kit = await startKit({ fieldRights: configured });
  kit.setAccountCenter(settings, enabled);
  return kit.client(await kit.tokenOf('ada'));
}

it('what the account center shows only cannot be changed, whatever the app offers', async () => {
  const ada = await start({ name: 'ReadOnly', avatar: 'Edit', profile: 'Edit', customData: 'Edit' });
  expect((await ada.profile.get.query()).name).toBe('Ada Lovelace');
  expect(await problemOf(ada.profile.update.mutate({ name: 'x' }))).toMatchObject({
    code: 'FIELD_NOT_EDITABLE',
    closed: ['name'],
  });
  expect(await ada.profile.update.mutate({ profile: { nickname: 'Countess A.' } })).toMatchObject({
    name: 'Ada Lovelace',
  });
});

it('what the account center switches off, or does not name, is neither shown nor changed', async () => {
  const ada = await start({ name: 'Edit', avatar: 'Off' });
  const { profile, customData, fields } = await ada.profile.get.query();
  expect({ profile, customData, fields: fields.map(({ name }) => name) }).toEqual({
    profile: {},
    customData: {},
    fields: ['name'],
  });
  expect(await ada.account.overview.query()).toMatchObject({
    name: 'Ada Lovelace',
    email: null,
    phone: null,
    phoneText: null,
  });
  expect(await problemOf(ada.profile.update.mutate({ profile: { nickname: 'x' } }))).toMatchObject({
    closed: ['profile'],
  });
});

it('without the account center our own configuration decides', async () => {
  const ada = await start({ name: 'Off' }, { enabled: false, configured: { avatar: 'ReadOnly' } });
  expect((await ada.profile.update.mutate({ name: 'Ada L.' })).name).toBe('Ada L.');
  expect(await problemOf(ada.profile.update.mutate({ avatar: null }))).toMatchObject({ closed: ['avatar'] });
});
