import type Router from '@koa/router';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/layout.ts';
import type { State } from '../state.ts';

/** A pretended social network, `mock-social`: its consent page, which believes whatever profile is typed in. */
export function addSocialRoutes(router: Router, state: State) {
  router.get('/social/authorize', (ctx) => {
    const { state: requestState, redirect_uri: redirectUri, login_hint: hint } = ctx.query;
    if (typeof requestState !== 'string' || typeof redirectUri !== 'string' || !URL.canParse(redirectUri)) {
      ctx.status = 400;
      ctx.body = { message: 'state and redirect_uri are needed.' };
      return;
    }
    const userId = typeof hint === 'string' && hint !== '' ? hint : `pretend-${requestState.slice(0, 6)}`;
    sendPage(ctx, state, { title: 'Pretend', main: consentView({ redirectUri, requestState, userId }) });
  });
}

type Request = { redirectUri: string; requestState: string; userId: string };

/** Plain GET forms: the way back is an address with the chosen fields as its query, as with a real provider. */
function consentView({ redirectUri, requestState, userId }: Request) {
  const base = new URL(redirectUri);
  const kept = [...base.searchParams, ['state', requestState]];
  const hidden = kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const action = base.origin + base.pathname;
  const field = (name: string, label: string, value = '') =>
    html`<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" value="${value}"></div>`;
  return html`<h1>Continue with Pretend</h1><p class="soft">A social network that believes you. Choose who you are there.</p>
<form method="get" action="${action}" class="fields">${hidden}<input type="hidden" name="code" value="pretend-code-${requestState.slice(0, 6)}">
${field('userId', 'Account id', userId)}${field('name', 'Name', 'Robin Pretend')}${field('email', 'Email', `${userId}@pretend.example`)}
<button class="main">Continue</button></form>
<form method="get" action="${action}" class="stack">${hidden}<input type="hidden" name="error" value="access_denied"><input type="hidden" name="error_description" value="The person said no."><button>Do not continue</button></form>`;
}
