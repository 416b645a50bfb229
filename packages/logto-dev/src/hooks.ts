import { createHmac } from 'node:crypto';
import type { Next } from 'koa';
import type { Context } from './api/guard.ts';
import { writeLog } from './logs.ts';
import type { Hook, JsonObject, State } from './state.ts';

/** Those that may be subscribed to. Only those of {@link eventsByRoute} and `User.Deleted` ever happen here. */
export const hookEvents = [
  'PostRegister',
  'PostSignIn',
  'PostSignInAdaptiveMfaTriggered',
  'PostResetPassword',
  'User.Created',
  'User.Deleted',
  'User.Data.Updated',
  'User.SuspensionStatus.Updated',
  'Role.Created',
  'Role.Deleted',
  'Role.Data.Updated',
  'Role.Scopes.Updated',
  'Scope.Created',
  'Scope.Deleted',
  'Scope.Data.Updated',
  'Organization.Created',
  'Organization.Deleted',
  'Organization.Data.Updated',
  'Organization.Membership.Updated',
  'OrganizationRole.Created',
  'OrganizationRole.Deleted',
  'OrganizationRole.Data.Updated',
  'OrganizationRole.Scopes.Updated',
  'OrganizationScope.Created',
  'OrganizationScope.Deleted',
  'OrganizationScope.Data.Updated',
  'Identifier.Lockout',
  'Message.RateLimited',
  'Grant.LimitExceeded',
] as const;
export type HookEvent = (typeof hookEvents)[number];

const eventsByRoute: Record<string, HookEvent> = {
  'POST /users': 'User.Created',
  'PATCH /users/:userId': 'User.Data.Updated',
  'PATCH /users/:userId/custom-data': 'User.Data.Updated',
  'PATCH /users/:userId/profile': 'User.Data.Updated',
  'PATCH /users/:userId/password': 'User.Data.Updated',
  'PATCH /users/:userId/logto-configs': 'User.Data.Updated',
  'PATCH /users/:userId/is-suspended': 'User.SuspensionStatus.Updated',
  'DELETE /users/:userId': 'User.Deleted',
  'POST /roles': 'Role.Created',
  'DELETE /roles/:id': 'Role.Deleted',
  'PATCH /roles/:id': 'Role.Data.Updated',
  'POST /roles/:id/scopes': 'Role.Scopes.Updated',
  'DELETE /roles/:id/scopes/:scopeId': 'Role.Scopes.Updated',
  'POST /resources/:resourceId/scopes': 'Scope.Created',
  'DELETE /resources/:resourceId/scopes/:scopeId': 'Scope.Deleted',
  'PATCH /resources/:resourceId/scopes/:scopeId': 'Scope.Data.Updated',
};

/** Of this one a hook is told the person, but not the request. */
const undescribed = 'PATCH /users/:userId/logto-configs';

/** Logto gives up after this long, and does not try again. */
const timeoutMs = 10_000;

/** Tells the hooks what a request changed, once it has succeeded and without making its caller wait. */
export function triggerHooks(state: State) {
  return async (ctx: Context, next: Next) => {
    await next();
    const route = `${ctx.method} ${ctx._matchedRoute}`;
    const event = eventsByRoute[route];
    if (!event || ctx.status >= 400) return;
    const payload = {
      event,
      createdAt: new Date().toISOString(),
      userAgent: ctx.get('user-agent'),
      ip: ctx.ip,
      ...(route === undescribed ? {} : describe(ctx)),
      // Some handlers give what their answer does not hold.
      data: ctx.state.hookData ?? ctx.body,
    };
    for (const hook of state.hooks.values()) if (wants(hook, event)) void deliver(state, hook, payload);
  };
}

const describe = ({ path, method, status, params, _matchedRoute }: Context) => ({
  path,
  method,
  status,
  params,
  matchedRoute: String(_matchedRoute),
});

const wants = ({ enabled, event: only, events }: Hook, event: string) =>
  enabled && (events.length > 0 ? events.includes(event) : only === event);

type Payload = { event: string; ip: string; userAgent: string };

async function deliver(state: State, hook: Hook, payload: Payload) {
  const body = JSON.stringify({ ...payload, hookId: hook.id });
  const outcome = await send(hook, body);
  const { ip, userAgent } = payload;
  writeLog(state, {
    key: `TriggerHook.${payload.event}`,
    ip,
    userAgent,
    details: { hookId: hook.id, hookRequest: { body: JSON.parse(body) }, ...outcome.details },
    ...(outcome.error === undefined ? {} : { error: outcome.error }),
  });
}

type Outcome = { details: JsonObject; error?: string };

async function send({ config, signingKey }: Hook, body: string): Promise<Outcome> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Logto (https://logto.io/)',
    ...config.headers,
    ...(signingKey && {
      'logto-signature-sha-256': createHmac('sha256', signingKey).update(body).digest('hex'),
    }),
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(config.url, { method: 'POST', headers, body, signal });
    const response = { statusCode: answer.status, body: await answer.text() };
    return answer.ok
      ? { details: { response } }
      : { details: { response }, error: `HTTPError: ${answer.status}` };
  } catch (error) {
    return { details: {}, error: String(error) };
  }
}
