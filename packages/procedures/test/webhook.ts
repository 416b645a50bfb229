import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A product that is asked before a deletion: it keeps what it was asked and answers with a status, or not at all. */
export async function startWebhook() {
  const asked: { path: string; signature: string; body: string }[] = [];
  const state = { status: 204 as number | 'never' };
  const server = createServer(async (request, response) => {
    asked.push({
      path: request.url ?? '',
      signature: String(request.headers['account-signature']),
      body: await text(request),
    });
    if (state.status !== 'never') response.writeHead(state.status, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    secret: 'shared-with-the-product',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/before-delete`,
    asked,
    /** The ids of the deletions that it was asked about. */
    deletionIds: () => asked.map(({ body }): unknown => JSON.parse(body).deletionId),
    answer: (status: number | 'never') => {
      state.status = status;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
