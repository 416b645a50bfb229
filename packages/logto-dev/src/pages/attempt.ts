import { text } from 'node:stream/consumers';
import type { Context } from 'koa';
import type { Interaction, Provider } from 'oidc-provider';
import { newId } from '../ids.ts';
import { writeLog } from '../logs.ts';
import { demoPeople } from '../seed-data/people.ts';
import type { JsonObject, State, User } from '../state.ts';
import { findUserByIdentifier } from '../users.ts';
import { sendPage } from './layout.ts';
import { secondFactors } from './second-factor.ts';
import { type SignInView, signInView } from './sign-in-view.ts';
import { findBySocialId, offersSocial } from './social-accounts.ts';

export type PageParts = { provider: Provider; state: State };

/** One request of somebody who is signing in. */
export type Attempt = { ctx: Context; state: State; provider: Provider; interaction: Interaction };

/** @throws SessionNotFound when no application has sent the browser here, or too long ago */
export async function beginAttempt(ctx: Context, parts: PageParts): Promise<Attempt> {
  return { ctx, ...parts, interaction: await parts.provider.interactionDetails(ctx.req, ctx.res) };
}

/** Remembers something between two pages of one sign-in. */
export async function keepResult({ interaction }: Attempt, result: JsonObject) {
  interaction.result = result;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

export type Verified = { user: User; verifications: string[] };

/** Goes on with somebody who has proven the first factor: refusal, second step or success. */
export async function proceed(attempt: Attempt, verified: Verified) {
  const { ctx, state } = attempt;
  const { user, verifications } = verified;
  if (user.isSuspended) {
    logStep(attempt, 'Identifier.Submit', { error: 'user.suspended', userId: user.id });
    const notice = 'This account is suspended. Ask the support to open it again.';
    return sendSignIn(attempt, { notice, status: 401 });
  }
  logStep(attempt, 'Identifier.Submit', { userId: user.id });
  if (secondFactors(state, user).length === 0) return finish(attempt, verified);
  await keepResult(attempt, { pendingUserId: user.id, verifications });
  ctx.redirect('/sign-in/second-step');
}

/** Hands the person over to the OpenID provider, and the browser with them. */
export async function finish(attempt: Attempt, { user, verifications }: Verified) {
  const { ctx, provider } = attempt;
  user.lastSignInAt = Date.now();
  logStep(attempt, 'Submit', { userId: user.id });
  const result = { login: { accountId: user.id }, ...submission(ctx, user, verifications) };
  const keepNothing = { mergeWithLastSubmission: false };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, keepNothing));
}

/** What Logto keeps about a sign-in with the session that it makes. */
function submission(ctx: Context, user: User, verifications: string[]): JsonObject {
  return {
    interactionEvent: 'SignIn',
    userId: user.id,
    verificationRecords: verifications.map((type) => ({
      id: newId(),
      type,
      userId: user.id,
      verified: true,
    })),
    signInContext: { ip: ctx.ip, userAgent: ctx.get('user-agent') },
  };
}

type Step = { error?: string; userId?: string; identifier?: JsonObject };

/** Logs one step, as Logto's audit log names it: the key continues `Interaction.SignIn.`. */
export function logStep(
  { ctx, state, interaction }: Attempt,
  step: string,
  { error, ...details }: Step = {},
) {
  writeLog(state, {
    key: `Interaction.SignIn.${step}`,
    ip: ctx.ip,
    userAgent: ctx.get('user-agent'),
    ...(error === undefined ? {} : { error }),
    details: {
      applicationId: String(interaction.params.client_id),
      sessionId: interaction.jti,
      interactionId: interaction.jti,
      ...details,
    },
  });
}

type Message = Partial<Pick<SignInView, 'identifier' | 'error' | 'notice'>> & { status?: number };

export function sendSignIn({ ctx, state, interaction }: Attempt, { status, ...message }: Message) {
  const client = state.applications.get(String(interaction.params.client_id));
  const people = demoPeople.filter(({ identifier, password }) =>
    password === null ? findBySocialId(state, identifier) : findUserByIdentifier(state, identifier),
  );
  sendPage(ctx, state, {
    title: 'Sign in',
    status: status ?? (message.error ? 422 : 200),
    main: signInView({
      application: client?.name ?? 'your application',
      people,
      hasSocial: offersSocial(state),
      ...message,
    }),
  });
}

export const readForm = async (ctx: Context) => new URLSearchParams(await text(ctx.req));
