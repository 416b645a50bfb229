import { LogtoError } from '@account/logto-mgmt';
import * as z from 'zod/mini';
import { findUser } from '../../policy/departure.ts';
import { stillCounts } from '../../policy/step-up.ts';
import { defineFlow } from '../../store/flows.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext } from '../../trpc/context.ts';
import type { ProblemCode } from '../../trpc/problem-schemas.ts';
import { readProviders } from './providers.ts';
import type { LinkedSocialAccount, SocialFinish, SocialStart, SocialStarted } from './schemas.ts';
import { toLinked } from './service.ts';

/** `startedAt`: epoch milliseconds; the person had just proven who they are. */
const Link = z.object({
  connectorId: z.string(),
  target: z.string(),
  redirectUri: z.string(),
  replace: z.boolean(),
  startedAt: z.number(),
});

/** Its id is the OAuth `state`: unguessable, for one person, and good for one way back. */
const linkFlow = defineFlow('social-link', Link, 10 * 60);

/**
 * Says where the person proves their social account. `POST /api/connectors/{id}/authorization-uri`
 * Throws `NOT_FOUND` or `NOT_LINKABLE` for the connector, `ALREADY_LINKED` unless it is to be replaced.
 */
export async function startLink(
  ctx: ChangeContext,
  { connectorId, redirectUri, replace }: SocialStart,
): Promise<SocialStarted> {
  const { services, user } = ctx;
  if (!services.rules.socialRedirectUris.includes(redirectUri))
    throw fieldProblem('redirectUri', 'NOT_ALLOWED');
  const { target } = await findLinkable(ctx, connectorId);
  ctx.note({ target, replace });
  refuseOverwriting(ctx, { target, replace });
  const link = { connectorId, target, redirectUri, replace, startedAt: Date.now() };
  const state = await linkFlow.start(services.store, user.id, link);
  if (!state) throw new Error('A new flow had an id that was in use');
  const redirectTo = await services.logto.connectors
    .authorizationUri(connectorId, { state, redirectUri })
    .catch((error) => explainStart(ctx, connectorId, error));
  return { redirectTo, state, expiresAt: link.startedAt + linkFlow.ttlSeconds * 1000 };
}

/**
 * Links what the provider's answer proves. The state stands for the step-up of the start, which the browser has lost
 * on its way. `POST /api/users/{id}/identities`
 * Throws `FLOW_EXPIRED`, `PROVIDER_REFUSED`, or `ALREADY_LINKED` when it is another person's or not to be replaced.
 */
export async function finishLink(
  ctx: ChangeContext,
  { state, callback }: SocialFinish,
): Promise<LinkedSocialAccount> {
  const { services, user } = ctx;
  const link = await linkFlow.take(services.store, { personId: user.id, id: state });
  // Who signs out everywhere else, or sets a new password, also ends what others have begun.
  if (!link || !(await stillCounts(services.store, user.id, link.startedAt)))
    throw new AccountError('FLOW_EXPIRED');
  const { connectorId, target, redirectUri, replace } = link;
  ctx.note({ target, replace });
  if (callback.error !== undefined) throw new AccountError('PROVIDER_REFUSED');
  refuseOverwriting(ctx, link);
  const connectorData = { ...callback, redirectUri, state };
  const identities = await services.logto.users.identities
    .link(user.id, { connectorId, connectorData })
    .catch((error) => explainFinish(ctx, error));
  return toLinked(target, identities, await readProviders(services.tenant));
}

async function findLinkable({ services }: ChangeContext, connectorId: string) {
  const { all, linkable } = await readProviders(services.tenant);
  const isMeant = ({ id }: { id: string }) => id === connectorId;
  const found = linkable.find(isMeant);
  if (!found) throw new AccountError(all.some(isMeant) ? 'NOT_LINKABLE' : 'NOT_FOUND');
  return found;
}

/** Logto would put the new account in the place of the old one without a word. */
function refuseOverwriting(
  { user }: ChangeContext,
  { target, replace }: { target: string; replace: boolean },
) {
  if (!replace && Object.hasOwn(user.identities, target)) throw new AccountError('ALREADY_LINKED');
}

function explainStart({ services }: ChangeContext, connectorId: string, error: unknown): never {
  if (!(error instanceof LogtoError)) throw error;
  const needsSession = error.code === 'connector.not_implemented';
  if (needsSession) services.tenant.sessionBoundConnectors.add(connectorId);
  const isConnectors = needsSession || error.code === 'entity.not_found' || isRefusal(error);
  throw isConnectors ? new AccountError('NOT_LINKABLE', { cause: error }) : error;
}

const finishProblems: Readonly<Record<string, ProblemCode>> = {
  'user.identity_already_in_use': 'ALREADY_LINKED',
  'entity.not_found': 'NOT_LINKABLE',
  'session.invalid_connector_id': 'NOT_LINKABLE',
  'connector.not_implemented': 'NOT_LINKABLE',
};

/** Of a connector and a person that are gone Logto says the same. */
async function explainFinish({ services, user }: ChangeContext, error: unknown): Promise<never> {
  if (!(error instanceof LogtoError)) throw error;
  if (error.code === 'entity.not_found' && !(await findUser(services, user.id))) throw error;
  const code = finishProblems[error.code] ?? (isRefusal(error) ? 'PROVIDER_REFUSED' : undefined);
  throw code ? new AccountError(code, { cause: error }) : error;
}

/** The connector says no, or what it talks to does. That it cannot be reached, or is asked too often, is no refusal. */
function isRefusal({ code, status = 500 }: LogtoError) {
  return code.startsWith('connector.') && status < 500 && status !== 429;
}
