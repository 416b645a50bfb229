import type { Middleware } from 'koa';
import { OIDCProviderError } from '../oidc/library.ts';
import type { State } from '../state.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

/** A sign-in page that was opened by hand, or an hour too late, says so. */
export function answerLostSessions(state: State): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!(error instanceof OIDCProviderError)) throw error;
      sendPage(ctx, state, {
        title: 'Nothing to sign in to',
        status: 400,
        main: html`<h1>Nothing to sign in to</h1><p>This sign-in has ended or was never started. Go back to the application and start it from there.</p><p class="soft">${error.error_description}</p>`,
      });
    }
  };
}
