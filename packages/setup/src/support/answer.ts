import type { AccountOutputs } from '@account/client';
import { stringify } from 'yaml';

/** An answer for people. What others have named themselves must not move the cursor, nor turn the text around. */
export const describe = (answer: unknown): string =>
  stringify(answer, (key, value) => readable(String(key), value), { lineWidth: 0 }).trimEnd();

type Person = AccountOutputs['support']['find']['people'][number];

export const describePerson = ({ id, name, email, username }: Person): string =>
  [name, email, username, id].flatMap((text) => (text ? [plain(text)] : [])).join(', ');

function readable(key: string, value: unknown): unknown {
  if (typeof value === 'number' && /^at$|At$/.test(key)) return new Date(value).toISOString();
  return typeof value === 'string' ? plain(value) : value;
}

const plain = (text: string) =>
  text.replaceAll(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
