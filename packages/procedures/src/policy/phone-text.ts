import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as people read it, `+1 202 555 0142`: here, because the tables for it are too large for a browser. */
export function phoneText(digits: string | null): string | null {
  return digits && (parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`);
}
