import { randomInt } from 'node:crypto';

const lower = '0123456789abcdefghijklmnopqrstuvwxyz';
const mixed = `${lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

function random(alphabet: string, length: number) {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** The formats of Logto's own ids. */
export const newUserId = () => random(lower, 12);
export const newId = () => random(lower, 21);
export const newSecret = () => random(mixed, 32);
export const newCode = () => random('0123456789', 6);
export const newBackupCode = () => random('0123456789abcdef', 10);
