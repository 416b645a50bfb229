import type { Context } from 'koa';
import type { Interaction } from 'oidc-provider';
import { newId } from '../ids.ts';
import { writeLog } from '../logs.ts';
import type { JsonObject, State, User } from '../state.ts';

export type Attempt = { ctx: Context; state: State; interaction: Interaction };

/** One step of a sign-in, as Logto's audit log names it: the key continues `Interaction.SignIn.`. */
export function logStep({ ctx, state, interaction }: Attempt, step: string, more: Step = {}) {
  const { error, userId, ...details } = more;
  writeLog(state, {
    key: `Interaction.SignIn.${step}`,
    ip: ctx.ip,
    userAgent: ctx.get('user-agent'),
    ...(error === undefined ? {} : { error }),
    details: {
      applicationId: String(interaction.params.client_id),
      sessionId: interaction.jti,
      interactionId: interaction.jti,
      ...(userId === undefined ? {} : { userId }),
      ...details,
    },
  });
}

type Step = { error?: string; userId?: string; identifier?: JsonObject };

/** What Logto keeps about a sign-in with the session that it makes. */
export function submission({ ctx }: Attempt, user: User, verifications: string[]): JsonObject {
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

/** How a text typed into the identifier field is named in Logto. */
export function identifierOf(typed: string): JsonObject {
  if (typed.includes('@')) return { type: 'email', value: typed };
  return { type: /^[-+\d() ]+$/.test(typed) ? 'phone' : 'username', value: typed };
}
