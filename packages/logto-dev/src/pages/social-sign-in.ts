import type Router from '@koa/router';
import { newSecret } from '../ids.ts';
import { beginAttempt, keepResult, logStep, type PageParts, proceed, sendSignIn } from './attempt.ts';
import { findBySocialId } from './social-accounts.ts';

/** Signing in with an account of the pretended social network. */
export function addSocialSignInRoutes(router: Router, parts: PageParts, endpoint: string) {
  const callback = `${endpoint}/sign-in/social/callback`;

  router.get('/sign-in/social', async (ctx) => {
    const attempt = await beginAttempt(ctx, parts);
    const socialState = newSecret();
    await keepResult(attempt, { socialState });
    const hint = typeof ctx.query.user === 'string' ? ctx.query.user : '';
    const query = new URLSearchParams({ state: socialState, redirect_uri: callback, login_hint: hint });
    ctx.redirect(`/dev/social/authorize?${query}`);
  });

  router.get('/sign-in/social/callback', async (ctx) => {
    const attempt = await beginAttempt(ctx, parts);
    const { state, code, userId } = ctx.query;
    if (state === undefined || state !== attempt.interaction.result?.socialState)
      return ctx.redirect('/sign-in');
    const user = code === undefined ? undefined : findBySocialId(parts.state, userId);
    if (user) {
      logStep(attempt, 'Verification.Social.Submit', { userId: user.id });
      return proceed(attempt, { user, verifications: ['Social'] });
    }
    const isRefused = code === undefined;
    const error = isRefused ? 'connector.authorization_failed' : 'user.identity_not_exist';
    logStep(attempt, 'Verification.Social.Submit', { error });
    const notice = isRefused ? 'Pretend did not let you in.' : 'Nobody here uses this Pretend account.';
    sendSignIn(attempt, { status: 401, notice });
  });
}
