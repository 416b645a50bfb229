import parsePhoneNumber from 'libphonenumber-js';
import { RequestError } from './api/errors.ts';

/** `61412345678` and `610412345678` are one number to Logto; what cannot be parsed is compared as it is. */
export function phoneSpellings(phone: string): string[] {
  const parsed = parsePhoneNumber(`+${phone}`);
  if (!parsed) return [phone];
  const { countryCallingCode, nationalNumber } = parsed;
  return [`${countryCallingCode}${nationalNumber}`, `${countryCallingCode}0${nationalNumber}`];
}

/** Digits with the country code and without the national zero. Throws 422 `user.invalid_phone`. */
export function canonicalPhone(phone: string): string {
  const parsed = parsePhoneNumber(`+${phone}`);
  if (!parsed) throw new RequestError('user.invalid_phone', 422);
  return `${parsed.countryCallingCode}${parsed.nationalNumber}`;
}

/** As text for people, `+1 415 555 0101`; the input itself when it is no phone number. */
export function formatPhone(phone: string): string {
  return parsePhoneNumber(`+${phone}`)?.formatInternational() ?? phone;
}
