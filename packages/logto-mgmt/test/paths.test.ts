import { describe, expect, it } from 'vitest';
import { connect, json, startLogto } from './logto.ts';

describe('ids in paths', () => {
  it.each(['../', '..\\', '%2f', '%2e%2e', '?', '#', 'a/b', 'a b', '{userId}', '$&', 'ü', '.hidden'])(
    '%j stays one segment and arrives as it was',
    async (id) => {
      const logto = await startLogto(json(200, { grants: [] }));
      const { client } = connect(logto);
      await client.users.grants.list(id);

      const [, , , segment = '', ...rest] = logto.calls[0]?.path.split('/') ?? [];
      expect(decodeURIComponent(segment)).toBe(id);
      expect(rest).toEqual(['grants']);
    },
  );

  it.each(['', '.', '..', 'a\0b'])('%j is refused before anything is sent', async (id) => {
    const logto = await startLogto(json(204));
    const { client } = connect(logto);

    await expect(client.users.remove(id)).rejects.toThrow(TypeError);
    await expect(client.users.identities.unlink('u1', id)).rejects.toThrow('target must be');
    expect([...logto.calls, ...logto.tokenRequests]).toEqual([]);
  });

  it('stay below an endpoint that has a path of its own', async () => {
    const logto = await startLogto(json(200, { id: 'u1' }));
    const { client } = connect({ endpoint: `${logto.endpoint}/auth/` });
    await client.users.get('u1');

    expect([...logto.tokenRequests, ...logto.calls].map(({ path }) => path)).toEqual([
      '/auth/oidc/token',
      '/auth/api/users/u1',
    ]);
  });
});
