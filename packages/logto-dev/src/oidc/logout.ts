import type { KoaContextWithOIDC } from 'oidc-provider';
import { html, trusted } from '../pages/html.ts';
import { sendPage } from '../pages/layout.ts';
import type { State } from '../state.ts';

/** Confirms the sign-out by itself, as Logto's page does: the application has asked the person already. */
export function sendLogoutPage(ctx: KoaContextWithOIDC, state: State, form: string) {
  sendPage(ctx, state, {
    title: 'Signing out',
    main: html`<h1>Signing out</h1>${trusted(form)}
<input type="hidden" name="logout" value="yes" form="op.logoutForm">
<noscript><button class="main" form="op.logoutForm">Sign out</button></noscript>`,
    script: "document.getElementById('op.logoutForm').submit()",
  });
}

export function sendSignedOutPage(ctx: KoaContextWithOIDC, state: State) {
  sendPage(ctx, state, {
    title: 'Signed out',
    main: html`<h1>You are signed out</h1><p><a href="/">Home</a></p>`,
  });
}
