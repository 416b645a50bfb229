import type Router from '@koa/router';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/layout.ts';
import type { Message, State } from '../state.ts';

/** What would have been sent by mail and text message. `?address=` answers the last one to exactly that address. */
export function addInboxRoutes(router: Router, state: State) {
  router.get('/inbox', (ctx) => {
    const { address } = ctx.query;
    if (typeof address !== 'string') return sendPage(ctx, state, inboxPage(state.inbox));
    const message = state.inbox.findLast((item) => item.address === address);
    if (!message) {
      ctx.status = 404;
      ctx.body = { message: `Nothing was sent to ${address}.` };
      return;
    }
    const { code, type, createdAt } = message;
    ctx.body = { address, code, type, createdAt };
  });
}

/** Not a reload: that would take away focus and selection while somebody copies a code. */
const renewal = `setInterval(async () => {
  const [text] = /<main[^]*main>/.exec(await (await fetch(location.href)).text());
  const now = document.querySelector('main');
  const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  if (now.innerHTML !== next.innerHTML) now.replaceWith(next);
}, 2000)`;

function inboxPage(inbox: Message[]) {
  const rows = inbox.toReversed().map(
    ({
      address,
      code,
      type,
      createdAt,
    }) => html`<tr><td><time datetime="${new Date(createdAt).toISOString()}">${new Date(createdAt).toISOString().slice(11, 19)} UTC</time></td>
<td>${address}</td><td><code class="code">${code}</code></td><td>${type}</td></tr>`,
  );
  const table = html`<div class="scroll"><table><thead><tr><th scope="col">Sent</th><th scope="col">To</th><th scope="col">Code</th><th scope="col">Kind</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return {
    title: 'Inbox',
    isWide: true,
    script: renewal,
    main: html`<h1>Inbox</h1><p class="soft">Every message that this server would have sent, newest first. The page renews itself.</p>${rows.length > 0 ? table : html`<p>Nothing yet.</p>`}`,
  };
}
