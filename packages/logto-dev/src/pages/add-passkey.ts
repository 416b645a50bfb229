import type Router from '@koa/router';
import type { Context } from 'koa';
import { newId } from '../ids.ts';
import { isJsonObject, type State, type User } from '../state.ts';
import { touch } from '../users.ts';
import { type PageParts, readForm } from './attempt.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

/**
 * The page of the account center on which passkeys are added, for those whom Logto lets in. It asks neither the person
 * for a proof nor the browser for a key, and leads back to the applications of the tenant only.
 */
export function addPasskeyRoutes(router: Router, { provider, state }: PageParts) {
  const enter = async (ctx: Context) => {
    const { accountId } = await provider.Session.get(ctx);
    const user = accountId === undefined ? undefined : state.users.get(accountId);
    if (user && isOpen(state)) return user;
    const text = user ? 'This feature is not enabled.' : 'Sign in first.';
    sendPage(ctx, state, { title: 'Add a passkey', status: user ? 403 : 401, main: html`<h1>${text}</h1>` });
    return undefined;
  };

  router.get('/account/passkey/add', async (ctx) => {
    const user = await enter(ctx);
    if (user)
      sendPage(ctx, state, { title: 'Add a passkey', main: view(user, String(ctx.query.redirect ?? '')) });
  });

  router.post('/account/passkey/add', async (ctx) => {
    const user = await enter(ctx);
    if (!user) return;
    const form = await readForm(ctx);
    const name = form.get('name')?.trim();
    const factor = {
      id: newId(),
      createdAt: new Date().toISOString(),
      type: 'WebAuthn',
      agent: ctx.get('user-agent'),
    } as const;
    user.mfaVerifications.push({ ...factor, ...(name && { name }) });
    touch(user);
    ctx.redirect(allowedRedirect(state, form.get('redirect') ?? ''));
  });
}

function view({ username, name }: User, redirect: string) {
  return html`<h1>Add a passkey</h1><p class="soft">To the account of ${name ?? username}. No key is made: what counts here is that there is one.</p>
<form method="post" action="/account/passkey/add" class="fields"><input type="hidden" name="redirect" value="${redirect}">
<div><label for="name">Name</label><input id="name" name="name" type="text" value="Pretended passkey"></div>
<button class="main">Continue</button></form>`;
}

function isOpen({ accountCenter: { enabled, fields }, signInExperience: { mfa, passkeySignIn } }: State) {
  const { passkey, mfa: factors } = isJsonObject(fields) ? fields : {};
  const asked = isJsonObject(mfa) && Array.isArray(mfa.factors) ? mfa.factors : [];
  const isUsed =
    asked.includes('WebAuthn') || (isJsonObject(passkeySignIn) && passkeySignIn.enabled === true);
  return enabled === true && (passkey ?? factors) === 'Edit' && isUsed;
}

function allowedRedirect({ applications }: State, address: string) {
  const origins = [...applications.values()].flatMap(({ oidcClientMetadata: { redirectUris } }) =>
    redirectUris.map((uri) => new URL(uri).origin),
  );
  return URL.canParse(address) && origins.includes(new URL(address).origin) ? address : '/';
}
