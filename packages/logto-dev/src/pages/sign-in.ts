import type Router from '@koa/router';
import { verifyPassword } from '../passwords.ts';
import type { JsonObject } from '../state.ts';
import { findUserByIdentifier } from '../users.ts';
import { beginAttempt, logStep, type PageParts, proceed, readForm, sendSignIn } from './attempt.ts';

/** The page behind the `login` prompt of the OpenID provider. */
export function addSignInRoutes(router: Router, parts: PageParts) {
  router.get('/sign-in', async (ctx) => {
    const attempt = await beginAttempt(ctx, parts);
    const hint = attempt.interaction.params.login_hint;
    sendSignIn(attempt, { identifier: typeof hint === 'string' ? hint : '' });
  });

  router.post('/sign-in', async (ctx) => {
    const attempt = await beginAttempt(ctx, parts);
    const form = await readForm(ctx);
    const typed = form.get('identifier')?.trim() ?? '';
    const identifier = identifierOf(typed);
    const user = findUserByIdentifier(parts.state, typed);
    if (!user || !(await verifyPassword(form.get('password') ?? '', user.password))) {
      logStep(attempt, 'Verification.Password.Submit', { error: 'session.invalid_credentials', identifier });
      const error = 'This is not the right password, or nobody has this name.';
      return sendSignIn(attempt, { identifier: typed, error });
    }
    logStep(attempt, 'Verification.Password.Submit', { userId: user.id, identifier });
    await proceed(attempt, { user, verifications: ['Password'] });
  });
}

/** How Logto names what was typed into the field. */
function identifierOf(typed: string): JsonObject {
  if (typed.includes('@')) return { type: 'email', value: typed };
  return { type: /^[-+\d() ]+$/.test(typed) ? 'phone' : 'username', value: typed };
}
