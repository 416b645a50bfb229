import { text } from 'node:stream/consumers';
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { verifyPassword } from '../passwords.ts';
import { demoPeople } from '../seed-data/people.ts';
import type { State, User } from '../state.ts';
import { findUserByIdentifier } from '../users.ts';
import { sendPage } from './layout.ts';
import { type Factor, secondFactors, useFactor } from './second-factor.ts';
import { type Attempt, identifierOf, logStep, submission } from './sign-in-record.ts';
import { type SignInView, secondFactorView, signInView } from './sign-in-view.ts';

export type PageParts = { provider: Provider; state: State };

/** The pages behind the `login` prompt of the OpenID provider. */
export function addSignInRoutes(router: Router, parts: PageParts) {
  const { provider, state } = parts;
  const begin = async (ctx: Context): Promise<Attempt> => ({
    ctx,
    state,
    interaction: await provider.interactionDetails(ctx.req, ctx.res),
  });

  router.get('/sign-in', async (ctx) => {
    const attempt = await begin(ctx);
    const hint = attempt.interaction.params.login_hint;
    sendSignIn(attempt, { identifier: typeof hint === 'string' ? hint : '' });
  });

  router.post('/sign-in', async (ctx) => {
    const attempt = await begin(ctx);
    const form = await readForm(ctx);
    const identifier = form.get('identifier')?.trim() ?? '';
    const user = findUserByIdentifier(state, identifier);
    const isRight = user !== undefined && (await verifyPassword(form.get('password') ?? '', user.password));
    if (!isRight) {
      const error = 'session.invalid_credentials';
      logStep(attempt, 'Verification.Password.Submit', { error, identifier: identifierOf(identifier) });
      return sendSignIn(attempt, {
        identifier,
        error: 'This is not the right password, or nobody has this name.',
      });
    }
    logStep(attempt, 'Verification.Password.Submit', {
      userId: user.id,
      identifier: identifierOf(identifier),
    });
    await proceed(attempt, parts, { user, verifications: ['Password'] });
  });

  router.get('/sign-in/second-step', async (ctx) => {
    const attempt = await begin(ctx);
    const pending = pendingUser(attempt);
    if (!pending) return ctx.redirect('/sign-in');
    sendSecondStep(attempt, { user: pending, kind: factorOf(ctx.query.kind) });
  });

  router.post('/sign-in/second-step', async (ctx) => {
    const attempt = await begin(ctx);
    const user = pendingUser(attempt);
    if (!user) return ctx.redirect('/sign-in');
    const form = await readForm(ctx);
    const kind = factorOf(form.get('kind'));
    if (!useFactor(user, kind, form.get('code') ?? '')) {
      const error = kind === 'Totp' ? 'session.mfa.invalid_totp_code' : 'session.mfa.invalid_backup_code';
      logStep(attempt, `Verification.${kind === 'Totp' ? 'Totp' : 'BackupCode'}.Submit`, {
        error,
        userId: user.id,
      });
      return sendSecondStep(attempt, { user, kind, error: 'This code does not fit.' });
    }
    logStep(attempt, `Verification.${kind}.Submit`, { userId: user.id });
    await finish(attempt, parts, { user, verifications: ['Password', kind] });
  });
}

type Verified = { user: User; verifications: string[] };

/** Goes on with somebody who has proven the first factor: refusal, second step or success. */
export async function proceed(attempt: Attempt, parts: PageParts, verified: Verified) {
  const { ctx, state, interaction } = attempt;
  const { user } = verified;
  if (user.isSuspended) {
    logStep(attempt, 'Identifier.Submit', { error: 'user.suspended', userId: user.id });
    return sendSignIn(attempt, {
      notice: 'This account is suspended. Ask the support to open it again.',
      status: 401,
    });
  }
  logStep(attempt, 'Identifier.Submit', { userId: user.id });
  if (secondFactors(state, user).length === 0) return finish(attempt, parts, verified);
  interaction.result = { pendingUserId: user.id };
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  ctx.redirect('/sign-in/second-step');
}

async function finish(attempt: Attempt, { provider }: PageParts, { user, verifications }: Verified) {
  const { ctx } = attempt;
  user.lastSignInAt = Date.now();
  logStep(attempt, 'Submit', { userId: user.id });
  const result = { login: { accountId: user.id }, ...submission(attempt, user, verifications) };
  ctx.redirect(
    await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }),
  );
}

type SignInMessage = Partial<Pick<SignInView, 'identifier' | 'error' | 'notice'>> & { status?: number };

export function sendSignIn({ ctx, state, interaction }: Attempt, { status, ...message }: SignInMessage) {
  const client = state.applications.get(String(interaction.params.client_id));
  const people = demoPeople.filter(
    ({ identifier, password }) => password === null || findUserByIdentifier(state, identifier),
  );
  sendPage(ctx, state, {
    title: 'Sign in',
    status: status ?? (message.error ? 422 : 200),
    main: signInView({ application: client?.name ?? 'your application', people, ...message }),
  });
}

function sendSecondStep(
  { ctx, state }: Attempt,
  { user, kind, error }: { user: User; kind: Factor; error?: string },
) {
  const factors = secondFactors(state, user);
  const view = { hasBackupCodes: factors.includes('BackupCode'), isBackup: kind === 'BackupCode', error };
  sendPage(ctx, state, {
    title: 'Two-step verification',
    status: error ? 422 : 200,
    main: secondFactorView(view),
  });
}

function pendingUser({ state, interaction }: Attempt): User | undefined {
  const id = interaction.result?.pendingUserId;
  return typeof id === 'string' ? state.users.get(id) : undefined;
}

const factorOf = (value: unknown): Factor => (value === 'BackupCode' ? 'BackupCode' : 'Totp');

export const readForm = async (ctx: Context) => new URLSearchParams(await text(ctx.req));
