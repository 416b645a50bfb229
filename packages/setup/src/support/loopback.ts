import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { loopbackRedirectUri } from '../blueprint.ts';
import { CliError } from '../io.ts';

/** For how long somebody may take to sign in. */
const longestMinutes = 5;

/**
 * Waits at the loopback address for the browser to come back from a sign-in with `state` (RFC 8252, 7.3). Once somebody
 * listens, `leave` is told where, to send the browser off.
 */
export async function catchRedirect(
  { port, state }: { port: number; state: string },
  leave: (redirectUri: string) => void,
): Promise<URL> {
  const { hostname } = new URL(loopbackRedirectUri);
  const server = createServer().listen(port, hostname);
  try {
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
      throw new CliError(`Port ${port} cannot be used (${error.code}). Choose another with --port.`);
    });
    const address = new URL(loopbackRedirectUri);
    const bound = server.address();
    if (typeof bound === 'object' && bound) address.port = String(bound.port);
    const arrival = arrivalOf(server, { address, state });
    leave(address.href);
    return await arrival;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function arrivalOf(server: Server, { address, state }: { address: URL; state: string }): Promise<URL> {
  return new Promise((resolve, reject) => {
    const hurry = () => reject(new CliError(`Nobody signed in within ${longestMinutes} minutes.`));
    const timer = setTimeout(hurry, longestMinutes * 60_000);
    server.once('close', () => clearTimeout(timer));
    server.on('request', ({ url = '/' }, response) => {
      const arrived = new URL(url, address);
      // Whatever else is on this machine may knock here too: only who was sent off knows the state.
      const isExpected = arrived.pathname === address.pathname && arrived.searchParams.get('state') === state;
      if (!isExpected) return void response.writeHead(404).end();
      sayThanks(response, () => resolve(arrived));
    });
  });
}

function sayThanks(response: ServerResponse, then: () => void) {
  response
    .writeHead(200, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    })
    .end('Go back to the terminal. This window can be closed.', then);
}
