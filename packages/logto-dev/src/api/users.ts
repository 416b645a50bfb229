import type Router from '@koa/router';
import { z } from 'zod';
import { hashPassword, parseLegacyDigest, passwordAlgorithms } from '../passwords.ts';
import type { State } from '../state.ts';
import {
  assertIdentifiersFree,
  createUser,
  deleteUser,
  signOutUser,
  toHookJson,
  toUserJson,
  touch,
  updateUser,
} from '../users.ts';
import { RequestError } from './errors.ts';
import { answer, email, jsonObject, param, phone, readBody, username, userOf, yes } from './guard.ts';
import { readPage } from './pagination.ts';
import { Profile } from './profile.ts';
import { searchUsers } from './user-search.ts';

const empty = z.literal('');

const UserDraft = z.object({
  username: username.exactOptional(),
  primaryEmail: email.exactOptional(),
  primaryPhone: phone.exactOptional(),
  name: z.string().exactOptional(),
  avatar: z.url().or(empty).nullable().exactOptional(),
  customData: jsonObject.exactOptional(),
  profile: Profile.exactOptional(),
  password: z.string().min(1).exactOptional(),
  passwordDigest: z.string().max(256).exactOptional(),
  passwordAlgorithm: z.enum(passwordAlgorithms).exactOptional(),
});

const UserPatch = z.object({
  username: username.or(empty).nullable().exactOptional(),
  primaryEmail: email.or(empty).nullable().exactOptional(),
  primaryPhone: phone.or(empty).nullable().exactOptional(),
  name: z.string().nullable().exactOptional(),
  avatar: z.url().or(empty).nullable().exactOptional(),
  customData: jsonObject.exactOptional(),
  profile: Profile.exactOptional(),
});

const Suspension = z.object({ isSuspended: z.boolean() });

export function addUserRoutes(router: Router, state: State) {
  addReads(router, state);
  addWrites(router, state);
  addEndings(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    '/users',
    answer((ctx) => {
      const page = readPage(ctx);
      const show = { passwordHash: yes(ctx.query.includePasswordHash) };
      return page.of(searchUsers(state, ctx.URL.searchParams)).map((user) => toUserJson(user, show));
    }),
  );

  router.get(
    '/users/:userId',
    answer((ctx) => {
      const { includeSsoIdentities, includePasswordHash } = ctx.query;
      const show = { ssoIdentities: yes(includeSsoIdentities), passwordHash: yes(includePasswordHash) };
      return toUserJson(userOf(ctx, state), show);
    }),
  );
}

function addWrites(router: Router, state: State) {
  router.post(
    '/users',
    answer(async (ctx) => {
      const { password, passwordDigest, passwordAlgorithm, ...draft } = await readBody(ctx, UserDraft);
      const imported = importedPassword({ password, passwordDigest, passwordAlgorithm });
      const stored = password ? await hashPassword(password) : imported;
      // Nothing may be awaited between the check and the insertion.
      assertIdentifiersFree(state, draft, { order: ['username', 'primaryEmail', 'primaryPhone'] });
      return toUserJson(createUser(state, { ...draft, password: stored }));
    }),
  );

  router.patch(
    '/users/:userId',
    answer(async (ctx) => {
      const patch = await readBody(ctx, UserPatch);
      const user = userOf(ctx, state);
      assertIdentifiersFree(state, patch, {
        exceptUserId: user.id,
        order: ['primaryEmail', 'primaryPhone', 'username'],
      });
      updateUser(user, patch);
      return toUserJson(user);
    }),
  );
}

function addEndings(router: Router, state: State) {
  router.patch(
    '/users/:userId/is-suspended',
    answer(async (ctx) => {
      const { isSuspended } = await readBody(ctx, Suspension);
      const user = userOf(ctx, state);
      user.isSuspended = isSuspended;
      touch(user);
      if (isSuspended) signOutUser(state, user.id);
      return toUserJson(user);
    }),
  );

  router.delete(
    '/users/:userId',
    answer((ctx) => {
      if (param(ctx, 'userId') === ctx.state.callerId) throw new RequestError('user.cannot_delete_self');
      const user = userOf(ctx, state);
      ctx.state.hookData = toHookJson(user);
      deleteUser(state, user.id);
    }),
  );
}

type PasswordDraft = {
  [K in 'password' | 'passwordDigest' | 'passwordAlgorithm']: string | undefined;
};

function importedPassword({ password, passwordDigest: digest, passwordAlgorithm: algorithm }: PasswordDraft) {
  if (!digest) return null;
  if (password) throw new RequestError('user.password_and_digest');
  if (!algorithm) throw new RequestError('user.password_algorithm_required');
  if (algorithm === 'Legacy' && !parseLegacyDigest(digest))
    throw new RequestError('password.invalid_legacy_password_format');
  return { digest, algorithm };
}
