import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CodeSent } from '../../policy/codes-schemas.ts';
import { finishAddress, removeIdentifier, startAddress } from '../../policy/identifiers.ts';
import { phoneText } from '../../policy/phone-text.ts';
import { fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext } from '../../trpc/context.ts';
import type { Phone, PhoneFinish, PhoneStart } from './schemas.ts';

/** Sends a code to a new number. Throws `NOT_A_PHONE_NUMBER` at `phone`. */
export async function startPhone(ctx: ChangeContext, { phone }: PhoneStart): Promise<CodeSent> {
  return startAddress(ctx, { kind: 'phone', value: toDigits(phone) });
}

/** Writes the number that the code proves. Throws `TAKEN` at `phone`. */
export async function finishPhone(ctx: ChangeContext, proof: PhoneFinish): Promise<Phone> {
  const phone = await finishAddress(ctx, 'phone', proof);
  return { phone, phoneText: phoneText(phone) };
}

/** Throws `NOT_FOUND` without a number, `LAST_WAY_IN` when nothing else lets the person in. */
export async function removePhone(ctx: ChangeContext): Promise<Phone> {
  await removeIdentifier(ctx, 'phone');
  return { phone: null, phoneText: null };
}

/**
 * The form in which Logto keeps a number, without the zero that people write before a national one. Codes are bound
 * to exactly this text. Whether a number of possible length exists, the code tells better than any table.
 */
export function toDigits(written: string): string {
  const isPlain = /^\+?[\d\s()./-]+$/.test(written);
  const number = isPlain ? parsePhoneNumberFromString(`+${written.replaceAll(/\D/g, '')}`) : undefined;
  if (!number?.isPossible()) throw fieldProblem('phone', 'NOT_A_PHONE_NUMBER');
  return number.number.slice(1);
}
