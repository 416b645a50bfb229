import type { FieldError } from '@account/procedures/schemas';
import { nameMaxLength } from '@account/procedures/schemas';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { controlClass, Field } from '../../ui/field.tsx';
import { AvatarInput } from './avatar-input.tsx';
import { GenderInput, LanguageSelect, OptionSelect, ZoneSelect } from './choice-inputs.tsx';
import { fromIsoDate, isNumericPattern, isoPattern, toIsoDate } from './dates.ts';
import type { Input } from './inputs.ts';

export type FieldInputProps = {
  input: Input;
  label: string;
  text: string;
  error: FieldError | undefined;
  /** Whether a control that may stay empty says so. */
  marksOptional: boolean;
  initialsOf: string;
  onChange: (text: string) => void;
};

/** The control for one value, with its label, hint and error. */
export function FieldInput({
  input,
  label,
  text,
  error,
  marksOptional,
  initialsOf,
  onChange,
}: FieldInputProps) {
  const { t } = useTranslation(['profile', 'errors']);
  const message = error && t(`errors:field.${error.code}`, { limit: error.limit });
  if (input.type === 'Checkbox') return <Checkbox {...{ input, label, text, message, onChange }} />;
  if (input.path === 'avatar') return <AvatarInput {...{ text, message, initialsOf, onChange }} />;
  const pattern = input.config.format ?? isoPattern;
  const isTextDate = input.type === 'Date' && !isNumericPattern(pattern);
  return (
    <Field
      label={label}
      mark={marksOptional && !input.required ? t('profile:optional') : undefined}
      hint={isTextDate ? t('profile:dateHint', { format: pattern }) : input.description}
      error={message}
    >
      {(control) => <Control input={input} text={text} onChange={onChange} {...control} />}
    </Field>
  );
}

type ControlProps = Pick<FieldInputProps, 'input' | 'text' | 'onChange'> &
  Pick<ComponentProps<'input'>, 'id'>;

function Control({ input, text, onChange, ...control }: ControlProps) {
  const props = {
    ...control,
    className: controlClass,
    value: text,
    required: input.required,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  const { type, config } = input;
  switch (type) {
    case 'Select':
      return <OptionSelect {...props} options={config.options ?? []} isGender={input.name === 'gender'} />;
    case 'TimeZone':
      return <ZoneSelect {...props} />;
    case 'Language':
      return <LanguageSelect {...props} />;
    case 'Date':
      return <DateInput {...props} pattern={config.format ?? isoPattern} onText={onChange} />;
    default: {
      const more = { ...kindOf(input), autoComplete: autoComplete(input.path) };
      if (input.path === 'profile.gender') return <GenderInput {...more} {...props} onText={onChange} />;
      return <input {...props} {...more} />;
    }
  }
}

type DateInputProps = ComponentProps<'input'> & {
  value: string;
  pattern: string;
  onText: (text: string) => void;
};

/** The browser's own control where it can write the pattern, else the pattern to type after. */
function DateInput({ pattern, onText, value, ...props }: DateInputProps) {
  if (!isNumericPattern(pattern)) return <input {...props} type="text" value={value} placeholder={pattern} />;
  return (
    <input
      {...props}
      type="date"
      min="0001-01-01"
      max="9999-12-31"
      value={toIsoDate(value, pattern)}
      onChange={({ target }) => onText(fromIsoDate(target.value, pattern))}
    />
  );
}

/** The keyboard of a phone and the limits that fit the type. */
function kindOf({ type, path, config }: Input): ComponentProps<'input'> {
  const { placeholder } = config;
  if (type === 'Number') return { type: 'text', inputMode: 'decimal', placeholder };
  if (type === 'Url') {
    const address = { inputMode: 'url', dir: 'ltr', autoCapitalize: 'none', spellCheck: false } as const;
    return { type: 'text', ...address, placeholder: placeholder ?? 'https://' };
  }
  return {
    type: 'text',
    placeholder,
    maxLength: config.maxLength ?? (path === 'name' ? nameMaxLength : 2048),
  };
}

/** The browser may offer what it knows of the person (WCAG 1.3.5). */
function autoComplete(path: string) {
  return new Map([
    ['name', 'name'],
    ['profile.givenName', 'given-name'],
    ['profile.middleName', 'additional-name'],
    ['profile.familyName', 'family-name'],
    ['profile.nickname', 'nickname'],
    ['profile.website', 'url'],
    ['profile.gender', 'sex'],
    ['profile.address.streetAddress', 'street-address'],
    ['profile.address.locality', 'address-level2'],
    ['profile.address.region', 'address-level1'],
    ['profile.address.postalCode', 'postal-code'],
    ['profile.address.country', 'country-name'],
  ]).get(path);
}

type CheckboxProps = Pick<FieldInputProps, 'input' | 'label' | 'text' | 'onChange'> & {
  message: string | undefined;
};

function Checkbox({ input, label, text, message, onChange }: CheckboxProps) {
  return (
    <label className="flex min-h-8 items-start gap-3">
      <input
        type="checkbox"
        className="mt-1 size-4.5 shrink-0 accent-accent-strong"
        checked={text === 'true'}
        onChange={({ target }) => onChange(String(target.checked))}
      />
      <span>
        {label}
        {input.description && <span className="block text-sm text-soft">{input.description}</span>}
        {message && <span className="block text-sm text-danger">{message}</span>}
      </span>
    </label>
  );
}
