import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

const probeMs = 400;

/** In turn to those that say they are ready, over connections that are kept; what a server does not answer is lost. */
export async function startBalancer(urls: string[], port = 0) {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set(urls);
  let turn = 0;
  const probe = (url: string) =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => (ok ? ready.add(url) : ready.delete(url)),
      () => ready.delete(url),
    );
  const probing = setInterval(() => void Promise.all(urls.map(probe)), probeMs);

  const server = createServer((incoming, outgoing) => {
    const targets = [...ready];
    const target = targets[turn++ % targets.length] ?? '';
    const { method, headers } = incoming;
    const forwarded = request(`${target}${incoming.url}`, { agent, method: method ?? 'GET', headers });
    forwarded.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(forwarded);
  }).listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    isReady: (url: string) => ready.has(url),
    close: async () => {
      clearInterval(probing);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
