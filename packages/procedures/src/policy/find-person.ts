import type { User } from '@account/logto-mgmt';
import parsePhoneNumber from 'libphonenumber-js/min';
import type { Services } from '../trpc/context.ts';
import { columns, type Identifier } from './identifiers.ts';

/** What somebody who is not signed in says they sign in with. */
export type Named = { kind: Identifier; value: string };

/** Reads an email address, a phone number with its country code, or a username, in the form in which it is compared. */
export function readIdentifier(text: string): Named {
  if (text.includes('@')) return { kind: 'email', value: text.toLowerCase() };
  const digits = text.replace(/[-+(). ]/g, '');
  if (!/^\d+$/.test(digits)) return { kind: 'username', value: text };
  const parsed = parsePhoneNumber(`+${digits}`);
  return { kind: 'phone', value: parsed ? `${parsed.countryCallingCode}${parsed.nationalNumber}` : digits };
}

/** Who signs in with that; several people with it are nobody. `GET /api/users` */
export async function findPerson({ logto }: Services, { kind, value }: Named): Promise<User | undefined> {
  const column = columns[kind];
  const found = await logto.users.search(column, [value]);
  return found.find((user) => user[column] === value) ?? (found.length === 1 ? found[0] : undefined);
}
