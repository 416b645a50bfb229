import { createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { argon2i, argon2Verify, bcryptVerify } from 'hash-wasm';

/** `algorithm` is one of {@link passwordAlgorithms}; `digest` is in the format that Logto stores for it. */
export type StoredPassword = { digest: string; algorithm: string };

/** What `POST /api/users` accepts as `passwordAlgorithm`. */
export const passwordAlgorithms = [
  'Argon2i',
  'Argon2id',
  'Argon2d',
  'SHA1',
  'SHA256',
  'MD5',
  'Bcrypt',
  'Legacy',
] as const;

/** Hashes like Logto (Argon2i), only cheaper: this server guards no real account. */
export async function hashPassword(plain: string): Promise<StoredPassword> {
  const digest = await argon2i({
    password: plain,
    salt: randomBytes(16),
    iterations: 2,
    memorySize: 1024,
    parallelism: 1,
    hashLength: 32,
    outputType: 'encoded',
  });
  return { digest, algorithm: 'Argon2i' };
}

/** False for a wrong password and for people without one. Throws when an imported digest is malformed. */
export async function verifyPassword(plain: string, stored: StoredPassword | null): Promise<boolean> {
  if (!stored || plain === '') return false;
  const { digest, algorithm } = stored;
  if (algorithm.startsWith('Argon2')) return argon2Verify({ password: plain, hash: digest });
  if (algorithm === 'Bcrypt') return bcryptVerify({ password: plain, hash: digest });
  if (algorithm === 'Legacy') return verifyLegacy(plain, digest);
  return createHash(algorithm.toLowerCase()).update(plain).digest('hex') === digest;
}

/** `["algorithm", ["salt", "@", …], "hex digest"]`, where `@` stands for the password. */
function verifyLegacy(plain: string, expression: string) {
  const parsed = parseLegacyDigest(expression);
  if (!parsed) return false;
  const { algorithm, args, digest } = parsed;
  if (algorithm.startsWith('pbkdf2')) {
    const [salt = '', iterations, length, hash = 'sha256'] = args;
    return (
      pbkdf2Sync(plain, legacySalt(salt), Number(iterations), Number(length), hash).toString('hex') === digest
    );
  }
  const input = args.map((arg) => (arg === '@' ? plain : arg)).join('');
  return createHash(algorithm).update(input).digest('hex') === digest;
}

const legacySalt = (salt: string) =>
  salt.startsWith('hex:') ? Buffer.from(salt.slice('hex:'.length), 'hex') : salt;

/** Undefined when the text is not an expression of Logto's legacy format. */
export function parseLegacyDigest(expression: string) {
  let parsed: unknown;
  try {
    parsed = JSON.parse(expression);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== 3) return undefined;
  const [algorithm, args, digest]: unknown[] = parsed;
  if (typeof algorithm !== 'string' || typeof digest !== 'string' || !isStringArray(args)) return undefined;
  return args.includes('@') ? { algorithm, args, digest } : undefined;
}

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
