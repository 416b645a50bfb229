import { LogtoError, type PersonalAccessToken } from '@account/logto-mgmt';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import {
  type Token,
  type TokenCreated,
  type TokenDraft,
  type TokenList,
  type TokenRemoval,
  type TokenRemoved,
  type TokenRename,
  tokenNameKey,
} from './schemas.ts';

/** Far more than anybody looks after, and a list that Logto still answers in one piece. */
const maxTokens = 50;

const dayMs = 24 * 60 * 60 * 1000;

/** All tokens, expired ones included: they stay until they are removed. `GET /api/users/{id}/personal-access-tokens`. */
export async function listTokens(ctx: PersonContext): Promise<TokenList> {
  const { presetsDays, maxDays } = ctx.services.rules.tokens;
  const tokens = (await readTokens(ctx)).map(toToken);
  return {
    tokens: tokens.sort((a, b) => b.createdAt - a.createdAt || (a.name < b.name ? -1 : 1)),
    presetsDays: presetsDays.filter((days) => maxDays === null || days <= maxDays),
    maxDays,
    maxTokens,
  };
}

/**
 * Makes a token and hands out its value, once. `POST /api/users/{id}/personal-access-tokens`. Throws `INPUT_INVALID`
 * (`TAKEN`, `TOO_LARGE`), or `NOT_AVAILABLE` when the person has as many as they can have.
 */
export async function createToken(
  ctx: ChangeContext,
  { name, expiresInDays }: TokenDraft,
): Promise<TokenCreated> {
  const expiresAt = expiry(ctx, expiresInDays);
  ctx.note({ name, expiresAt });
  const existing = await readTokens(ctx);
  assertFree(existing, name, 'name');
  if (existing.length >= maxTokens) throw new AccountError('NOT_AVAILABLE', { reason: 'TOO_MANY' });
  const made = await createOrTakeBack(ctx, { name, expiresAt });
  return { name: made.name, value: made.value, createdAt: made.createdAt, expiresAt: expiryOf(made) };
}

/** `PATCH /api/users/{id}/personal-access-tokens`. Throws `NOT_FOUND`, or `INPUT_INVALID` (`TAKEN`). */
export async function renameToken(ctx: ChangeContext, { name, newName }: TokenRename): Promise<Token> {
  ctx.note({ name, newName });
  const others = (await readTokens(ctx)).filter((token) => token.name !== name);
  assertFree(others, newName, 'newName');
  const { personalAccessTokens } = ctx.services.logto.users;
  const renamed = await personalAccessTokens
    .rename(ctx.user.id, { currentName: name, name: newName })
    .catch(explain('newName'));
  return toToken(renamed);
}

/**
 * From now on nobody gets an access token for it; those that were handed out live until they expire.
 * `POST /api/users/{id}/personal-access-tokens/delete`. Throws `NOT_FOUND`.
 */
export async function removeToken(ctx: ChangeContext, { name }: TokenRemoval): Promise<TokenRemoved> {
  ctx.note({ name });
  await ctx.services.logto.users.personalAccessTokens.remove(ctx.user.id, name).catch(explain('name'));
  return { name };
}

/** Epoch milliseconds by our clock. `null` lasts longer than any longest lifetime. */
function expiry({ services }: PersonContext, days: number | null) {
  const { maxDays } = services.rules.tokens;
  if (maxDays !== null && (days === null || days > maxDays)) {
    throw fieldProblem('expiresInDays', 'TOO_LARGE', maxDays);
  }
  return days === null ? null : Date.now() + days * dayMs;
}

/** A token whose value was lost on the way can be used by nobody and must not stay behind. */
async function createOrTakeBack(ctx: PersonContext, draft: { name: string; expiresAt: number | null }) {
  const { personalAccessTokens } = ctx.services.logto.users;
  try {
    return await personalAccessTokens.create(ctx.user.id, draft);
  } catch (error) {
    const status = error instanceof LogtoError ? (error.status ?? 0) : 0;
    const isRefused = status >= 400 && status < 500;
    if (!isRefused) await personalAccessTokens.remove(ctx.user.id, draft.name).catch(() => undefined);
    return explain('name')(error);
  }
}

function readTokens({ services, user }: PersonContext) {
  return services.logto.users.personalAccessTokens.list(user.id);
}

function assertFree(tokens: readonly PersonalAccessToken[], name: string, path: string) {
  const key = tokenNameKey(name);
  if (tokens.some((token) => tokenNameKey(token.name) === key)) throw fieldProblem(path, 'TAKEN');
}

/** The person was read a moment ago, so what Logto does not find is the token. */
function explain(path: string) {
  return (error: unknown): never => {
    const code = error instanceof LogtoError ? error.code : undefined;
    if (code === 'user.personal_access_token_name_exists') throw fieldProblem(path, 'TAKEN');
    if (code === 'entity.not_found' || code === 'entity.not_exists') {
      throw new AccountError('NOT_FOUND', { cause: error });
    }
    throw error;
  };
}

function toToken(token: PersonalAccessToken): Token {
  const { name, createdAt } = token;
  const expiresAt = expiryOf(token);
  return { name, createdAt, expiresAt, isExpired: expiresAt !== null && expiresAt <= Date.now() };
}

/** To Logto, 0 is never. */
function expiryOf({ expiresAt }: Pick<PersonalAccessToken, 'expiresAt'>) {
  return expiresAt || null;
}
