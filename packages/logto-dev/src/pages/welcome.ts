import type Router from '@koa/router';
import type { State } from '../state.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

export function addWelcomeRoute(router: Router, { state, endpoint }: { state: State; endpoint: string }) {
  const links = [
    ['/dev/inbox', 'Inbox', 'codes sent by mail and text message'],
    ['/dev/target.json', 'Target', 'applications, secrets and ids of this tenant'],
    ['/dev/faults', 'Faults', 'what goes wrong on purpose'],
    ['/oidc/.well-known/openid-configuration', 'Discovery', 'the OpenID configuration'],
    ['/oidc/jwks', 'Keys', 'public signing keys'],
  ] as const;
  router.get('/', (ctx) =>
    sendPage(ctx, state, {
      title: 'Local Logto',
      main: html`<h1>Local Logto</h1><p class="soft"><code>${endpoint}</code>, in memory: everything is gone when it stops.</p>
<section aria-label="Pages"><ul>${links.map(([href, name, about]) => html`<li><a class="button" href="${href}"><span>${name}<small>${about}</small></span></a></li>`)}</ul></section>`,
    }),
  );
}
