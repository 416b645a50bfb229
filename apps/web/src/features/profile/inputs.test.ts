import type { Profile, ProfileField } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { applyUpdate, inverseOf } from './apply-update.ts';
import { draftOf, inputsOf, updateOf } from './inputs.ts';

const base = { label: null, description: null, required: false, config: {} };
const text = (
  name: string,
  group: ProfileField['group'],
  more: Partial<ProfileField> = {},
): ProfileField => ({
  ...base,
  name,
  type: 'Text',
  group,
  ...more,
});
const parts = (...names: string[]) => names.map((name) => ({ ...base, name, type: 'Text' as const }));

const name = text('name', 'name', { required: true });
const nickname = text('nickname', 'profile');
const fullname = text('fullname', 'profile', { type: 'Fullname', parts: parts('givenName', 'familyName') });
const address = text('address', 'profile', { type: 'Address', parts: parts('locality', 'country') });
const newsletter = text('newsletter', 'customData', { type: 'Checkbox', config: { defaultValue: 'true' } });
const office = text('office', 'customData', { type: 'Address', parts: parts('locality') });

const profile: Profile = {
  name: 'Ada',
  avatar: null,
  profile: { givenName: 'Ada', nickname: 'Countess', address: { locality: 'London', country: 'GB' } },
  customData: { office: { locality: 'Paris' }, company: 'Engines' },
  fields: [],
  rights: { name: 'Edit', avatar: 'Edit', profile: 'Edit', customData: 'Edit' },
};

describe('the controls of a row', () => {
  it('are named by the paths that the server uses in its errors', () => {
    const paths = (field: ProfileField) => inputsOf(field).map(({ path }) => path);
    expect(paths(name)).toEqual(['name']);
    expect(paths(nickname)).toEqual(['profile.nickname']);
    expect(paths(fullname)).toEqual(['profile.givenName', 'profile.familyName']);
    expect(paths(address)).toEqual(['profile.address.locality', 'profile.address.country']);
    expect(paths(office)).toEqual(['customData.office.locality']);
  });

  it('begin with what is stored, a new checkbox with the default of its field', () => {
    expect(draftOf(profile, address)).toEqual({
      'profile.address.locality': 'London',
      'profile.address.country': 'GB',
    });
    expect(draftOf(profile, newsletter)).toEqual({ 'customData.newsletter': 'true' });
  });
});

describe('a saved draft', () => {
  it('changes one group, with trimmed texts and empty ones as null', () => {
    expect(updateOf(name, { name: '  Ada King ' })).toEqual({ update: { name: 'Ada King' } });
    expect(updateOf(nickname, { 'profile.nickname': ' ' })).toEqual({
      update: { profile: { nickname: null } },
    });
    expect(updateOf(newsletter, { 'customData.newsletter': 'false' })).toEqual({
      update: { customData: { newsletter: false } },
    });
  });

  it('sends the claims of a full name flat, and an address as a whole', () => {
    expect(updateOf(fullname, { 'profile.givenName': 'Ada', 'profile.familyName': '' })).toEqual({
      update: { profile: { givenName: 'Ada', familyName: null } },
    });
    expect(updateOf(address, { 'profile.address.locality': 'Bath', 'profile.address.country': '' })).toEqual({
      update: { profile: { address: { locality: 'Bath', country: null } } },
    });
    expect(updateOf(address, { 'profile.address.locality': '', 'profile.address.country': '' })).toEqual({
      update: { profile: { address: null } },
    });
  });

  it('is refused with the path of each control that must be mended', () => {
    expect(updateOf(name, { name: ' ' })).toEqual({ errors: [{ path: 'name', code: 'REQUIRED' }] });
    expect(updateOf(name, { name: 'x'.repeat(129) })).toEqual({
      errors: [{ path: 'name', code: 'TOO_LONG', limit: 128 }],
    });
    expect(updateOf(nickname, { 'profile.nickname': 'a\u0007b' })).toEqual({
      errors: [{ path: 'profile.nickname', code: 'CHARACTERS_NOT_ALLOWED' }],
    });
  });
});

describe('a change', () => {
  it.each([
    { name: 'Ada King' },
    { avatar: 'https://pictures.example/ada.png' },
    { profile: { nickname: null, gender: 'female' } },
    { profile: { address: null } },
    { customData: { company: null, size: 'm' } },
  ])('is taken back by its inverse (%j)', (update) => {
    const changed = applyUpdate(profile, update);
    expect(changed).not.toEqual(profile);
    expect(applyUpdate(changed, inverseOf(profile, update))).toEqual(profile);
  });

  it('leaves everything that it does not name', () => {
    expect(applyUpdate(profile, { profile: { nickname: 'Queen' } }).profile).toEqual({
      ...profile.profile,
      nickname: 'Queen',
    });
  });
});
