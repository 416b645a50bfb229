import type { LogtoDev } from '@account/logto-dev';
import { recordRows } from '@account/procedures/testing/written';
import type { Page } from 'playwright-core';
import { findLeaks, type Spot, spotsOf } from './leaks.ts';
import { createSecrets } from './secrets.ts';

type Watched = { url: string; logto: LogtoDev; variables: Record<string, string> };

/** No sign-in goes without them: a watch that has not met one of them sees nothing. */
const always = ['password', 'code', 'access token', 'refresh token', 'ID token'];

/** Holds a running stack to it that no secret stands where it must not: log, spans, metrics, rows, browser, addresses. */
export async function watchForLeaks({ url, logto, variables }: Watched) {
  const secrets = createSecrets(variables);
  const stopWatchingLogto = secrets.watchLogto(logto);
  const readRows = variables.DATABASE_URL ? await recordRows(variables.DATABASE_URL) : undefined;
  const spots: Spot[] = [];
  const asked = new Map<Page, Set<string>>();
  return {
    /** Before the page is used. */
    open(page: Page) {
      const addresses = new Set<string>();
      asked.set(page, addresses);
      secrets.watch(page.context());
      page.context().on('request', (request) => addresses.add(request.url()));
      page.on('framenavigated', (frame) => addresses.add(frame.url()));
    },

    /** Before the page is closed. */
    async look(page: Page) {
      secrets.addState(logto.state);
      spots.push(...(await spotsOf(page, { url, asked: asked.get(page) ?? new Set() })));
      asked.delete(page);
    },

    /** When the servers are gone and their log, with the spans in it, is whole. Throws when something leaked. */
    async end({ log, metrics }: { log: string; metrics: string }) {
      stopWatchingLogto();
      const rows = readRows ? await readRows() : [];
      for (const [table, text] of rows) spots.push({ place: `table ${table}`, text });
      spots.push({ place: 'log or spans', text: log }, { place: 'metrics', text: metrics });
      const all = await secrets.all();
      const kinds = new Set(all.values());
      const unseen = always.filter((kind) => !kinds.has(kind));
      if (!log.includes('"span":')) unseen.push('span');
      if (unseen.length > 0) throw new Error(`The watch for leaks has seen no ${unseen.join(', no ')}`);
      const leaks = findLeaks(all, spots);
      if (leaks.length > 0) throw new Error(`Secrets leaked:\n${leaks.join('\n')}`);
    },
  };
}
