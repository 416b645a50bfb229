import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { getUser } from '../users.ts';
import { RequestError } from './errors.ts';
import { answer, guard, readBody } from './guard.ts';
import { checkPassword, PasswordPolicy } from './password-policy.ts';
import { knownProfileFields } from './profile-fields.ts';
import { checkSignInExperience, usernameConflicts } from './sign-in-exp-rules.ts';
import { SignInExperiencePatch } from './sign-in-exp-schema.ts';

const PasswordCheck = z.object({ password: z.string(), userId: z.string().optional() });
const ConflictQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) });

export function addSignInExperienceRoutes(router: Router, state: State) {
  addSettings(router, state);
  addPasswordCheck(router, state);
}

function addSettings(router: Router, state: State) {
  router.get(
    '/sign-in-exp',
    answer(() => state.signInExperience),
  );

  router.patch(
    '/sign-in-exp',
    answer(async (ctx) => {
      const patch = await readBody(ctx, SignInExperiencePatch);
      checkSignInExperience(state, patch);
      if (patch.hideLogtoBranding) throw new RequestError('request.invalid_input');
      if (Object.keys(patch).length === 0) throw new RequestError('entity.invalid_input', 422);
      Object.assign(state.signInExperience, emptyToNull(patch), derived(state, patch));
      return state.signInExperience;
    }),
  );

  router.get(
    '/sign-in-exp/username-policy/case-sensitivity-conflicts',
    answer((ctx) => {
      const { limit } = guard(ConflictQuery, ctx.query);
      const conflicts = usernameConflicts(state);
      return { totalConflicts: conflicts.length, samples: conflicts.slice(0, limit) };
    }),
  );
}

function addPasswordCheck(router: Router, state: State) {
  router.post(
    '/sign-in-exp/default/check-password',
    answer(async (ctx) => {
      const { password, userId } = await readBody(ctx, PasswordCheck);
      const user = userId ? getUser(state, userId) : undefined;
      const policy = PasswordPolicy.parse(state.signInExperience.passwordPolicy);
      if (policy.rejects.pwned && state.isOffline) throw invalidInput('fetch failed');
      if (policy.rejects.userInfo && !user && password)
        throw invalidInput('User information data is required to check user information.');
      const issues = checkPassword(password, policy, {
        name: user?.name ?? null,
        username: user?.username ?? null,
        email: user?.primaryEmail ?? null,
        phone: user?.primaryPhone ?? null,
      });
      if (issues.length === 0) return { result: true };
      ctx.status = 400;
      return { result: false, issues };
    }),
  );
}

const invalidInput = (message: string) =>
  new RequestError('request.invalid_input', 400, { data: { message } });

/** Text columns hold null instead of an empty text. */
const emptyToNull = (patch: object) =>
  Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, value === '' ? null : value]));

/** What Logto stores differently from what was sent: only known connectors and profile fields, a start of expiry. */
function derived(state: State, patch: SignInExperiencePatch) {
  const targets = new Set(
    [...state.connectors.values()].filter(({ type }) => type === 'Social').map(({ target }) => target),
  );
  const { socialSignInConnectorTargets, signUpProfileFields, passwordExpiration } = patch;
  return {
    ...(socialSignInConnectorTargets && {
      socialSignInConnectorTargets: socialSignInConnectorTargets.filter((target) => targets.has(target)),
    }),
    ...(signUpProfileFields && { signUpProfileFields: knownProfileFields(state, signUpProfileFields) }),
    ...(passwordExpiration?.enabled && {
      passwordExpiration: { ...passwordExpiration, enabledAt: Date.now() },
    }),
  };
}
