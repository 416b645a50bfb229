import * as z from 'zod/mini';
import { FieldRight } from '../../policy/field-rights-schemas.ts';

/** Control characters and halves of surrogate pairs: PostgreSQL refuses some, and none belongs in a profile. */
const printable = z.regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'CHARACTERS_NOT_ALLOWED' });

/** Text of 1 to `max` UTF-16 units, the unit in which Logto's limits hold. */
const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max), printable);

const longestText = 2048;
const claim = z.exactOptional(z.nullable(text(longestText)));

/** The parts of the OIDC `address` claim. */
export const Address = z.strictObject({
  formatted: claim,
  streetAddress: claim,
  locality: claim,
  region: claim,
  postalCode: claim,
  country: claim,
});

/** The standard OIDC claims that Logto keeps under `profile`. `null` clears one. */
export const ProfileClaims = z.strictObject({
  familyName: claim,
  givenName: claim,
  middleName: claim,
  nickname: claim,
  preferredUsername: claim,
  profile: claim,
  website: claim,
  gender: claim,
  birthdate: claim,
  zoneinfo: claim,
  locale: claim,
  address: z.exactOptional(z.nullable(Address)),
});
export type ProfileClaims = z.infer<typeof ProfileClaims>;

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
const key = z.string().check(z.regex(/^[\w.-]{1,64}$/));
const JsonValue: z.ZodMiniType<JsonValue> = z.lazy(() =>
  z.union([
    z.string().check(z.maxLength(longestText), printable),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(JsonValue),
    z.record(key, JsonValue),
  ]),
);

/** Logto's limits: a longer name is refused by it, or stored and never readable again. */
export const nameMaxLength = 128;

/** One group a call, so that every update is one write in Logto: it happens as a whole or not at all. */
export const ProfileUpdate = z
  .strictObject({
    name: z.exactOptional(z.nullable(text(nameMaxLength))),
    /** An https address. */
    avatar: z.exactOptional(z.nullable(text(longestText))),
    profile: z.exactOptional(ProfileClaims),
    /** Only keys that the tenant's custom profile fields or the operator's configuration name. `null` clears one. */
    customData: z.exactOptional(z.record(key, JsonValue)),
  })
  .check(
    z.refine((update) => Object.keys(update).length === 1, {
      error: 'REQUIRED',
      when: ({ issues }) => issues.length === 0,
    }),
  );
export type ProfileUpdate = z.infer<typeof ProfileUpdate>;

/** How a field is filled in: Logto's nine types of custom profile fields, and three for standard claims. */
export const ProfileFieldType = z.enum([
  'Text',
  'Number',
  'Date',
  'Checkbox',
  'Select',
  'Url',
  'Regex',
  'Address',
  'Fullname',
  'Image',
  'TimeZone',
  'Language',
]);
export type ProfileFieldType = z.infer<typeof ProfileFieldType>;

const FieldConfig = z.object({
  placeholder: z.exactOptional(z.string()),
  minLength: z.exactOptional(z.number()),
  maxLength: z.exactOptional(z.number()),
  minValue: z.exactOptional(z.number()),
  maxValue: z.exactOptional(z.number()),
  /** Date: a pattern such as `yyyy-MM-dd`. Regex: a regular expression. */
  format: z.exactOptional(z.string()),
  options: z.exactOptional(z.array(z.object({ value: z.string(), label: z.exactOptional(z.string()) }))),
  /** Checkbox: what it shows before the person has chosen. */
  defaultValue: z.exactOptional(z.string()),
});

const FieldBase = {
  name: z.string(),
  type: ProfileFieldType,
  /** The operator's own text; `null` where the app has one for this claim. */
  label: z.nullable(z.string()),
  description: z.nullable(z.string()),
  required: z.boolean(),
  config: FieldConfig,
};

/** A part of an `Address` (`locality` …) or `Fullname` (`givenName` …). */
export const ProfileFieldPart = z.object(FieldBase);
export type ProfileFieldPart = z.infer<typeof ProfileFieldPart>;

/** One row of the page. `group` tells where its value is in `Profile` and which key of `ProfileUpdate` changes it. */
export const ProfileField = z.object({
  ...FieldBase,
  group: z.enum(['name', 'avatar', 'profile', 'customData']),
  parts: z.exactOptional(z.array(ProfileFieldPart)),
});
export type ProfileField = z.infer<typeof ProfileField>;

const storedClaim = z.exactOptional(z.string());

/** The keys that are meant for the person, with any JSON values. */
export const CustomData = z.record(z.string(), z.unknown());
export type CustomData = z.infer<typeof CustomData>;

/** The person's profile and the fields that the page shows, in order. */
export const Profile = z.object({
  name: z.nullable(z.string()),
  avatar: z.nullable(z.string()),
  profile: z.object({
    familyName: storedClaim,
    givenName: storedClaim,
    middleName: storedClaim,
    nickname: storedClaim,
    preferredUsername: storedClaim,
    profile: storedClaim,
    website: storedClaim,
    gender: storedClaim,
    birthdate: storedClaim,
    zoneinfo: storedClaim,
    locale: storedClaim,
    address: z.exactOptional(
      z.object({
        formatted: storedClaim,
        streetAddress: storedClaim,
        locality: storedClaim,
        region: storedClaim,
        postalCode: storedClaim,
        country: storedClaim,
      }),
    ),
  }),
  customData: CustomData,
  fields: z.array(ProfileField),
  rights: z.object({ name: FieldRight, avatar: FieldRight, profile: FieldRight, customData: FieldRight }),
});
export type Profile = z.infer<typeof Profile>;
