import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, type LogtoDev, startLogtoDev } from '@account/logto-dev';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DoctorReport } from '../src/cli.ts';
import { openTerminal } from './terminal.ts';

/** A proxy that ends HTTPS, as people have one in front of the server. */
let proxy: Server;
let headers: Record<string, string>;
let logto: LogtoDev;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
let environment: Record<string, string>;

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  proxy = createServer({ key, cert }, (_, response) => response.writeHead(200, headers).end('{}'));
  proxy.listen(0, 'localhost');
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  logto = await startLogtoDev({ port: 0, quiet: true });
  terminal = await openTerminal();
  const trusted = join(terminal.folder, 'cert.pem');
  await writeFile(trusted, cert);
  environment = {
    ...accountEnvironment(logto.endpoint),
    ACCOUNT_PUBLIC_URL: `https://localhost:${port}`,
    NODE_EXTRA_CA_CERTS: trusted,
  };
});
afterAll(async () => {
  proxy.close();
  await terminal.close();
  await logto.close();
});

/** In a process of its own, which is told at its start whom to trust. */
async function examine() {
  const main = fileURLToPath(new URL('../bin/account.mjs', import.meta.url));
  const child = spawn(process.execPath, [main, 'doctor', '--json'], {
    cwd: terminal.folder,
    env: environment,
  });
  return DoctorReport.parse(await json(child.stdout)).checks;
}

const policy = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

it.each([
  ['warn', 'Strict-Transport-Security is lost', policy],
  ['ok', 'arrive', { ...policy, 'strict-transport-security': 'max-age=31536000' }],
])('%s: whether browsers are told to stay with https', async (status, words, sent) => {
  headers = sent;
  const message = expect.stringContaining(words);
  expect(await examine()).toContainEqual({ id: 'server.headers', status, message });
});

it('a certificate that nobody vouches for', async () => {
  const { out } = await terminal.run(['doctor', '--json'], { env: environment });
  expect(DoctorReport.parse(JSON.parse(out)).checks).toContainEqual({
    id: 'server.reachable',
    status: 'fail',
    message: expect.stringContaining('does not answer (DEPTH_ZERO_SELF_SIGNED_CERT)'),
  });
});
