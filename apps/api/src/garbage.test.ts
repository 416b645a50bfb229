import { once } from 'node:events';
import { connect } from 'node:net';
import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { ownScopes } from '@account/procedures/schemas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kit, startKit } from '../test/kit.ts';

let kit: Kit;
let token: string;

beforeAll(async () => {
  kit = await startKit();
  const ada = { identifier: 'ada', password: demoPassword, scopes: ownScopes };
  token = (await signInByCodeFlow(kit.logto.endpoint, ada)).accountToken;
});
afterAll(() => kit.stop());

/** Sends bytes as they are; what comes back until the server closes. `isAll`: the caller will send no more. */
async function raw(bytes: string | Uint8Array, isAll: boolean) {
  const socket = connect(Number(new URL(kit.url).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server that has had enough may reset the connection while we still send.
  socket.on('error', () => undefined);
  socket.write(bytes);
  if (isAll) socket.end();
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

const head = (more: string, path = '/trpc/profile.update') =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer ${token}\r\n${more}\r\n\r\n`;
const json = (body: string) =>
  `${head(`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`)}${body}`;

/** The first answer must be one of these; `none`: the connection is closed without a word. */
const garbage: [string, () => string | Uint8Array, RegExp][] = [
  ['nothing', () => '', /^$/],
  [
    'bytes of no protocol',
    () => Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    /^$|^HTTP\/1.1 400/,
  ],
  ['a greeting of TLS', () => Uint8Array.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), /^$|^HTTP\/1.1 400/],
  ['half a request', () => 'GET /trpc/account.overview HTT', /^$|^HTTP\/1.1 400/],
  ['half a head', () => 'GET /trpc/account.overview HTTP/1.1\r\nhost: x\r\nauthor', /^$|^HTTP\/1.1 400/],
  [
    'half a body',
    () => head('content-type: application/json\r\ncontent-length: 1000').concat('{"na'),
    /^$|^HTTP\/1.1 400/,
  ],
  ['two lengths', () => head('content-length: 2\r\ncontent-length: 3').concat('{}'), /^HTTP\/1.1 400/],
  [
    'a length and chunks',
    () => head('content-length: 2\r\ntransfer-encoding: chunked').concat('0\r\n\r\n'),
    /^HTTP\/1.1 400/,
  ],
  [
    'chunks that are none',
    () => head('content-type: application/json\r\ntransfer-encoding: chunked').concat('zz\r\n'),
    /^HTTP\/1.1 400/,
  ],
  ['a header with a line break', () => head('x-step-up: a\nb: c\0d'), /^HTTP\/1.1 400/],
  ['a head without end', () => head(`x: ${'a'.repeat(100_000)}`), /^HTTP\/1.1 431/],
  [
    'an address without end',
    () => head('content-length: 0', `/trpc/${'a,'.repeat(20_000)}a`),
    /^HTTP\/1.1 (414|431)/,
  ],
  [
    'a batch of thousands',
    () =>
      head(
        'content-type: application/json\r\ncontent-length: 2',
        `/trpc/${'account.overview,'.repeat(700)}x?batch=1`,
      ).concat('{}'),
    /^HTTP\/1.1 4\d\d/,
  ],
  ['a path that leaves', () => head('content-length: 0', '/trpc/../../../etc/passwd'), /^HTTP\/1.1 4\d\d/],
  ['an address that cannot be read', () => head('content-length: 0', '/trpc/%E0%A4%A'), /^HTTP\/1.1 4\d\d/],
  ['a body that is no JSON', () => json('{"name":'), /^HTTP\/1.1 400/],
  ['a body that is no UTF-8', () => json('"\xff\xfe"'), /^HTTP\/1.1 400/],
  [
    'a body of another kind',
    () => head('content-type: application/xml\r\ncontent-length: 4').concat('<a/>'),
    /^HTTP\/1.1 4(00|15)/,
  ],
  ['a body that is too large', () => json(`{"name":"${'a'.repeat(3_000_000)}"}`), /^$|^HTTP\/1.1 413/],
  ['a body that is nested without end', () => json('['.repeat(20_000)), /^HTTP\/1.1 400/],
  ['another version of HTTP', () => 'GET / HTTP/9.9\r\n\r\n', /^HTTP\/1.1 (400|505)/],
  [
    'a method that there is not',
    () => 'EXPLODE /trpc/account.overview HTTP/1.1\r\nhost: x\r\n\r\n',
    /^HTTP\/1.1 400/,
  ],
  [
    'an upgrade',
    () => 'GET /trpc HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n',
    /^$|^HTTP\/1.1 4\d\d/,
  ],
];

it.each(garbage)('%s does no harm, and is told nothing', async (_what, bytes, expected) => {
  const answer = await raw(bytes(), expected.test(''));
  expect(answer.slice(0, 400)).toMatch(expected);
  expect(answer).not.toMatch(/node_modules|\.ts:\d|\bat \w+ \(|SyntaxError|Unexpected token|etc\/passwd/);
  const after = await fetch(`${kit.url}/trpc/account.overview`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(after.status).toBe(200);
});

it('hundreds of requests that never end leave room for others', async () => {
  const sockets = Array.from({ length: 300 }, () => {
    const socket = connect(Number(new URL(kit.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /trpc/profile.update HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n');
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const answer = await fetch(`${kit.url}/trpc/account.overview`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  for (const socket of sockets) socket.destroy();
});
