import parsePhoneNumber from 'libphonenumber-js';
import { RequestError } from './api/errors.ts';

/** Digits with the country code, and without the zero that people write before a national number. */
function canonical(phone: string): string | undefined {
  const parsed = parsePhoneNumber(`+${phone}`);
  return parsed && `${parsed.countryCallingCode}${parsed.nationalNumber}`;
}

/** The form in which Logto stores a number. Throws 422 `user.invalid_phone`. */
export function canonicalPhone(phone: string): string {
  const digits = canonical(phone);
  if (digits === undefined) throw new RequestError('user.invalid_phone', 422);
  return digits;
}

/** What two spellings of one number have in common; the input itself when it is no phone number. */
export const comparablePhone = (phone: string): string => canonical(phone) ?? phone;

/** As text for people, `+1 415 555 0101`; the input itself when it is no phone number. */
export const formatPhone = (phone: string): string =>
  parsePhoneNumber(`+${phone}`)?.formatInternational() ?? phone;
