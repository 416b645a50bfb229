import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Interaction } from 'oidc-provider';
import { isJsonObject, type JsonObject } from '../state.ts';
import { type PageParts, readForm } from './attempt.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

/** The page behind the `consent` prompt. Applications of the tenant itself get what they ask for without a word. */
export function addConsentRoutes(router: Router, parts: PageParts) {
  const { provider, state } = parts;

  router.get('/consent', async (ctx) => {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res);
    const client = state.applications.get(String(interaction.params.client_id));
    if (!client?.isThirdParty) return grant(ctx, parts, interaction);
    const name = client.display?.displayName ?? client.name;
    const scopes = String(interaction.params.scope ?? '').split(' ');
    sendPage(ctx, state, {
      title: `Allow ${name}`,
      main: html`<h1>${name} asks for access</h1><p class="soft">It wants to read: ${scopes.join(', ')}.</p>
<form method="post" action="/consent" class="stack"><button class="main" name="answer" value="allow">Allow</button>
<button name="answer" value="deny">Do not allow</button></form>`,
    });
  });

  router.post('/consent', async (ctx) => {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res);
    const form = await readForm(ctx);
    if (form.get('answer') === 'allow') return grant(ctx, parts, interaction);
    const refusal = { error: 'access_denied', error_description: 'The person did not allow it.' };
    ctx.redirect(
      await provider.interactionResult(ctx.req, ctx.res, refusal, { mergeWithLastSubmission: false }),
    );
  });
}

async function grant(ctx: Context, { provider, state }: PageParts, interaction: Interaction) {
  const { session, params, prompt, grantId } = interaction;
  if (!session) return ctx.redirect('/sign-in');
  const clientId = String(params.client_id);
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const row = existing ?? new provider.Grant({ accountId: session.accountId, clientId });
  const { missingOIDCScope, missingResourceScopes } = prompt.details;
  if (Array.isArray(missingOIDCScope)) row.addOIDCScope(missingOIDCScope.join(' '));
  if (isJsonObject(missingResourceScopes))
    for (const [resource, scopes] of Object.entries(missingResourceScopes))
      if (Array.isArray(scopes)) row.addResourceScope(resource, scopes.join(' '));
  const consent = { grantId: await row.save() };
  rememberSignIn({ state, interaction, clientId });
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { consent }));
}

type Remembered = { state: PageParts['state']; interaction: Interaction; clientId: string };

/** Only here both are known: the session, and how the person signed in just now. */
function rememberSignIn({ state, interaction: { session, lastSubmission }, clientId }: Remembered) {
  if (!session) return;
  const user = state.users.get(session.accountId);
  if (user) user.applicationId ??= clientId;
  if (!lastSubmission) return;
  const kept: JsonObject = JSON.parse(JSON.stringify(lastSubmission));
  state.sessionExtensions.set(session.uid, { accountId: session.accountId, clientId, lastSubmission: kept });
}
