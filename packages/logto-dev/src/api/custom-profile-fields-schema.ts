import { z } from 'zod';

const text = z.string().exactOptional();
const number = z.number().exactOptional();
const count = z.number().int().min(0).exactOptional();
const options = z.array(z.object({ label: text, value: z.string() }));

const base = { label: z.string().min(1).exactOptional(), description: text, required: z.boolean() };

const types = [
  'Text',
  'Number',
  'Date',
  'Checkbox',
  'Select',
  'Url',
  'Regex',
  'Address',
  'Fullname',
] as const;

const PartConfig = z.object({
  placeholder: z.string().max(256).exactOptional(),
  minLength: count,
  maxLength: count,
  minValue: count,
  maxValue: count,
  format: z.string().max(128).exactOptional(),
  customFormat: z.string().max(128).exactOptional(),
  options: options.exactOptional(),
  defaultValue: text,
});

const parts = <const Name extends string>(names: Name[]) =>
  z.object({
    parts: z.array(
      z.object({
        ...base,
        enabled: z.boolean(),
        name: z.enum(names),
        type: z.enum(types),
        config: PartConfig.exactOptional(),
      }),
    ),
  });

const addressParts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'] as const;

/** The fields of a definition without its name, by type. The body of `PUT /api/custom-profile-fields/{name}`. */
export const FieldUpdate = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('Text'),
    config: z.object({ placeholder: text, minLength: number, maxLength: number }).exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('Number'),
    config: z.object({ placeholder: text, minValue: number, maxValue: number }).exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('Date'),
    config: z.object({ placeholder: text, format: z.string(), customFormat: text }).exactOptional(),
  }),
  z.object({
    label: base.label,
    type: z.literal('Checkbox'),
    required: z.literal(false),
    config: z.object({ defaultValue: z.enum(['true', 'false']) }).exactOptional(),
  }),
  z.object({ ...base, type: z.literal('Select'), config: z.object({ placeholder: text, options }) }),
  z.object({ ...base, type: z.literal('Url'), config: z.object({ placeholder: text }).exactOptional() }),
  z.object({
    ...base,
    type: z.literal('Regex'),
    config: z.object({ placeholder: text, format: z.string() }),
  }),
  z.object({ ...base, type: z.literal('Address'), config: parts([...addressParts]) }),
  z.object({
    ...base,
    type: z.literal('Fullname'),
    config: parts(['givenName', 'middleName', 'familyName']),
  }),
]);
export type FieldUpdate = z.infer<typeof FieldUpdate>;

/** The body of `POST /api/custom-profile-fields`. */
export const FieldDraft = FieldUpdate.and(z.object({ name: z.string() }));
