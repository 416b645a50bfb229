import * as z from 'zod/mini';

/** Logto itself takes no more than 256; a name that fits a row of the page is enough. */
const nameMaxLength = 128;
const logtoNameMaxLength = 256;
const longestDays = 3650;

/**
 * Two names with the same key read the same: they differ in case, in spaces or in characters that nobody sees. A
 * person who is to choose the right one of them will sooner or later revoke the wrong one.
 */
export function tokenNameKey(name: string) {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const NewName = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(nameMaxLength),
  z.regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'CHARACTERS_NOT_ALLOWED' }),
  z.refine((name) => tokenNameKey(name) !== '', { error: 'REQUIRED' }),
);

/** Exactly as listed. It can be older than our rules, or made elsewhere, so it is held only to what Logto can keep. */
const KnownName = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(logtoNameMaxLength),
    z.regex(/^[^\0\p{Cs}]*$/u, { error: 'CHARACTERS_NOT_ALLOWED' }),
  );

/** A personal access token without its value. Times are epoch milliseconds; `expiresAt: null` is never. */
export const Token = z.object({
  /** Also its key: no two tokens of a person have the same. */
  name: z.string(),
  createdAt: z.number(),
  expiresAt: z.nullable(z.number()),
  isExpired: z.boolean(),
});
export type Token = z.infer<typeof Token>;

export const TokenList = z.object({
  /** Newest first. */
  tokens: z.array(Token),
  /** Lifetimes to offer, in days. */
  presetsDays: z.array(z.number()),
  /** The longest lifetime that the operator allows, in days; `null` when a token may also live for ever. */
  maxDays: z.nullable(z.number()),
  /** How many tokens a person can have; expired ones count until they are removed. */
  maxTokens: z.number(),
});
export type TokenList = z.infer<typeof TokenList>;

export const TokenDraft = z.strictObject({
  name: NewName,
  /** `null`: it never expires. */
  expiresInDays: z.nullable(z.int().check(z.minimum(1), z.maximum(longestDays))),
});
export type TokenDraft = z.infer<typeof TokenDraft>;

/** The only answer that ever holds `value`. */
export const TokenCreated = z.object({
  name: z.string(),
  value: z.string(),
  createdAt: z.number(),
  expiresAt: z.nullable(z.number()),
});
export type TokenCreated = z.infer<typeof TokenCreated>;

export const TokenRename = z.strictObject({ name: KnownName, newName: NewName });
export type TokenRename = z.infer<typeof TokenRename>;

export const TokenRemoval = z.strictObject({ name: KnownName });
export type TokenRemoval = z.infer<typeof TokenRemoval>;

export const TokenRemoved = z.object({ name: z.string() });
export type TokenRemoved = z.infer<typeof TokenRemoved>;
