import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What happens to one request on its way. */
export type Strike =
  /** The connection is reset before anything was handed on. */
  | 'reset-before'
  /** It is handed on, and the connection is reset when the answer comes. */
  | 'reset-after'
  /** Half of the answer comes, then the connection is reset. */
  | 'half'
  /** Nothing is handed on, and nothing is said. */
  | 'silence'
  /** It is handed on, and the answer is kept. */
  | 'hold';

type Planned = { strike: Strike; start: string; left: number; happened: () => void };

/**
 * Stands between a server and what it talks to, and hands every byte on until it is told otherwise. It knows no
 * protocol: a request is what a client says at once.
 */
export async function startProxy(target: { host: string; port: number }) {
  const planned: Planned[] = [];
  const requests: string[] = [];
  const open = new Set<Socket>();
  let to = target;

  const take = (request: string) => {
    const found = planned.find(({ start, left }) => left > 0 && request.startsWith(start));
    if (found) found.left -= 1;
    return found;
  };
  const listener = createServer((client) => {
    const server = connect(to);
    let struck: Planned | undefined;
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    client.on('close', () => server.destroy());
    server.on('close', () => struck || client.destroy());
    client.on('data', (chunk) => {
      const request = chunk.toString('latin1', 0, 200);
      requests.push(request.split('\r\n')[0] ?? '');
      struck = take(request);
      if (struck?.strike === 'reset-before') client.resetAndDestroy();
      if (struck?.strike === 'reset-before' || struck?.strike === 'silence') return struck.happened();
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (struck?.strike === 'hold') return struck.happened();
      if (!struck) return client.write(chunk);
      if (struck.strike === 'half') client.write(chunk.subarray(0, chunk.length / 2));
      client.resetAndDestroy();
      struck.happened();
    });
  });
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const listen = async (port: number) => {
    listener.listen(port, 'localhost');
    await once(listener, 'listening');
    const address = listener.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const down = async () => {
    const gone = once(listener, 'close');
    listener.close();
    cut();
    await gone;
  };
  const port = await listen(0);

  return {
    port,
    /** The first line of everything that clients said. */
    requests,
    /** Plans what happens to the next `times` requests that start so. Resolves when it has happened to the first. */
    strike: (strike: Strike, start: string, times = 1) =>
      new Promise<void>((happened) => void planned.push({ strike, start, left: times, happened })),
    /** Nothing that was planned happens any more. */
    clear: () => void planned.splice(0),
    /** Ends all connections; new ones are let through. */
    cut,
    /** From now on somebody else answers. */
    lead: (next: { host: string; port: number }) => {
      to = next;
      cut();
    },
    /** Nobody listens. */
    down,
    up: () => listen(port),
    close: async () => {
      if (listener.listening) await down();
    },
  };
}
