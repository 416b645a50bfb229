import type { AccountCenter, CustomProfileField } from '@account/logto-mgmt';
import * as z from 'zod/mini';
import { nameMaxLength, ProfileClaims, ProfileField, ProfileFieldPart } from './schemas.ts';

type Group = ProfileField['group'];

const base = { label: null, description: null, required: false, config: {} };
const claimField = (name: string, type: ProfileField['type'], config = {}): ProfileField => ({
  ...base,
  name,
  type,
  config,
  group: 'profile',
});

const addressParts = ['streetAddress', 'locality', 'region', 'postalCode', 'country'];
const part = (name: string): ProfileFieldPart => ({ ...base, name, type: 'Text' });

/** What a profile consists of where the tenant's catalogue says nothing else. */
const standardFields: readonly ProfileField[] = [
  { ...base, name: 'avatar', type: 'Image', group: 'avatar' },
  { ...base, name: 'name', type: 'Text', config: { maxLength: nameMaxLength }, group: 'name' },
  claimField('givenName', 'Text'),
  claimField('familyName', 'Text'),
  claimField('nickname', 'Text'),
  claimField('birthdate', 'Date', { format: 'yyyy-MM-dd' }),
  claimField('gender', 'Text'),
  claimField('website', 'Url'),
  claimField('zoneinfo', 'TimeZone'),
  claimField('locale', 'Language'),
  { ...claimField('address', 'Address'), parts: addressParts.map(part) },
];

/**
 * The rows of the page, in order. An account center that lists its fields decides; else the standard fields come
 * first, then the tenant's own. A field of the catalogue replaces the standard one of its name, with its rules.
 */
export function profileFields(
  catalogue: readonly CustomProfileField[],
  accountCenter: AccountCenter,
): ProfileField[] {
  const ordered = catalogue.toSorted((one, other) => one.sieOrder - other.sieOrder);
  const own = new Map(ordered.flatMap(toProfileField).map((field) => [field.name, field]));
  const inFullname = new Set(
    [...own.values()].filter(isFullname).flatMap(({ parts = [] }) => parts.map(partName)),
  );
  const standard = standardFields.filter(({ name }) => !inFullname.has(name));
  const all = new Map([...standard.map((field) => [field.name, field] as const), ...own]);
  const listed = accountCenter.enabled ? accountCenter.profileFields : null;
  if (!listed?.length) return [...all.values()];
  const names = new Set(['avatar', 'name', ...listed.map(({ name }) => name)]);
  return [...names].flatMap((name) => all.get(name) ?? []);
}

const isFullname = ({ type }: ProfileField) => type === 'Fullname';
const partName = ({ name }: ProfileFieldPart) => name;

const Parts = z.object({
  parts: z.array(z.intersection(ProfileFieldPart, z.object({ enabled: z.boolean() }))),
});

/** A field of a kind that a later Logto brings is left out rather than shown wrongly. */
function toProfileField(field: CustomProfileField): ProfileField[] {
  const parts = Parts.safeParse({ parts: withDefaults(field.config.parts) });
  const parsed = ProfileField.safeParse({
    ...field,
    // Whatever the catalogue calls it, an avatar is a picture.
    type: field.name === 'avatar' ? 'Image' : field.type,
    config: dateFormat(field.config),
    group: groupOf(field),
    ...(parts.success ? { parts: parts.data.parts.filter(({ enabled }) => enabled) } : {}),
  });
  return parsed.success ? [parsed.data] : [];
}

function withDefaults(parts: unknown) {
  return Array.isArray(parts)
    ? parts.map((each) => ({ label: null, description: null, config: {}, ...each }))
    : undefined;
}

/** Logto has a pattern under `customFormat` when `format` says `custom`. */
function dateFormat(config: CustomProfileField['config']) {
  return config.format === 'custom' ? { ...config, format: config.customFormat } : config;
}

function groupOf({ name, type }: CustomProfileField): Group {
  if (name === 'name' || name === 'avatar') return name;
  return type === 'Fullname' || Object.hasOwn(ProfileClaims.shape, name) ? 'profile' : 'customData';
}
