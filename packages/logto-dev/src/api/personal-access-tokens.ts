import type Router from '@koa/router';
import { z } from 'zod';
import { newSecret } from '../ids.ts';
import type { PersonalAccessToken, State, User } from '../state.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody, userOf } from './guard.ts';

const name = z.string().min(1).max(256);

const TokenDraft = z.object({ name, expiresAt: z.number().nullable().optional() });
const TokenRename = z.object({ name });
const TokenRenameInBody = z.object({ name, currentName: z.string().optional() });
const TokenName = z.object({ name: z.string() });

const path = '/users/:userId/personal-access-tokens';

export function addPersonalAccessTokenRoutes(router: Router, state: State) {
  addLists(router, state);
  addRenames(router, state);
  addRemovals(router, state);
}

function addLists(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const user = userOf(ctx, state);
      return user.personalAccessTokens.map((token) => toJson(user, token));
    }),
  );

  router.post(
    path,
    answer(async (ctx) => {
      const { name, expiresAt = null } = await readBody(ctx, TokenDraft);
      if (expiresAt && expiresAt <= Date.now()) throw new RequestError('request.invalid_input');
      const user = state.users.get(param(ctx, 'userId'));
      if (!user) throw new RequestError('entity.relation_foreign_key_not_found', 404);
      assertNameFree(user, name);
      const token = { name, value: `pat_${newSecret()}`, createdAt: Date.now(), expiresAt };
      user.personalAccessTokens.push(token);
      ctx.status = 201;
      return toJson(user, token);
    }),
  );
}

function addRenames(router: Router, state: State) {
  router.patch(
    path,
    answer(async (ctx) => {
      const { name, currentName = name } = await readBody(ctx, TokenRenameInBody);
      return rename(state.users.get(param(ctx, 'userId')), currentName, name);
    }),
  );

  router.patch(
    `${path}/:name`,
    answer(async (ctx) => {
      const { name } = await readBody(ctx, TokenRename);
      return rename(state.users.get(param(ctx, 'userId')), param(ctx, 'name'), name);
    }),
  );
}

function addRemovals(router: Router, state: State) {
  router.post(
    `${path}/delete`,
    answer(async (ctx) => {
      const { name } = await readBody(ctx, TokenName);
      remove(state.users.get(param(ctx, 'userId')), name);
    }),
  );

  router.delete(
    `${path}/:name`,
    answer((ctx) => remove(state.users.get(param(ctx, 'userId')), param(ctx, 'name'))),
  );
}

const toJson = (user: User, token: PersonalAccessToken) => ({
  tenantId: 'default',
  userId: user.id,
  ...token,
});

function assertNameFree(user: User, name: string) {
  if (user.personalAccessTokens.some((token) => token.name === name))
    throw new RequestError('user.personal_access_token_name_exists', 422);
}

function rename(user: User | undefined, currentName: string, name: string) {
  const token = user?.personalAccessTokens.find((candidate) => candidate.name === currentName);
  if (!user || !token) throw new RequestError('entity.not_exists', 404);
  if (name !== currentName) assertNameFree(user, name);
  token.name = name;
  return toJson(user, token);
}

function remove(user: User | undefined, name: string) {
  const index = user?.personalAccessTokens.findIndex((token) => token.name === name) ?? -1;
  if (!user || index === -1) throw notFound();
  user.personalAccessTokens.splice(index, 1);
}
