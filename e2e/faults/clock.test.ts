import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kit, startKit } from './kit.ts';

let kit: Kit;

beforeAll(async () => {
  kit = await startKit();
});
afterAll(() => kit.stop());

it.each([
  ['ahead', 300_000],
  ['behind', -300_000],
])(
  "the server's clock is five minutes off (%s): people read, prove who they are and change as ever",
  async (where, clock) => {
    const server = await kit.startServer();
    await server.suffer({ clock });
    const ada = await server.proven(await kit.tokenOf('ada'));
    await ada.profile.update.mutate({ name: 'Ada' });
    const { expiresAt } = await ada.tokens.create.mutate({ name: where, expiresInDays: 7 });
    expect(expiresAt).toBeGreaterThan(Date.now());
    await server.end('SIGTERM');
  },
);
