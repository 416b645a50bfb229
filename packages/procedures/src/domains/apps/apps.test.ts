import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';

let kit: Kit;
let ada: Client;
let ben: Client;
const ids = { ada: 'adalovelace0', ben: 'benfranklin0' };

beforeAll(async () => {
  kit = await startKit();
  const { display } = kit.logto.state.applications.get('print-shop') ?? {};
  Object.assign(display ?? {}, { logoUrl: 'https://print.example/logo.svg' });
  const clientOf = async (name: string) => {
    const token = await kit.tokenOf(name);
    return kit.client(token, await kit.stepUpOf(token));
  };
  [ada, ben] = [await clientOf('ada'), await clientOf('ben')];
});
afterAll(() => kit.stop());

const grantsOf = (accountId: string) =>
  [...kit.logto.state.oidc.values()].filter(
    ({ kind, payload }) => kind === 'Grant' && payload.accountId === accountId,
  );
const clientsOf = (accountId: string) => grantsOf(accountId).map(({ payload }) => payload.clientId);
const app = async (client: Client, id: string) =>
  (await client.apps.list.query()).find(({ applicationId }) => applicationId === id);

/** A grant to an application that the local Logto has no row for, as an address that introduces itself gets one. */
function addGrant(accountId: string, clientId: string, name: string) {
  const { state } = kit.logto;
  const [like] = grantsOf(accountId);
  const [someone] = state.applications.values();
  if (!like || !someone) throw new Error('Nothing to copy');
  const id = `grant${clientId}`;
  state.oidc.set(`Grant:${id}`, { ...like, id, payload: { ...like.payload, jti: id, clientId } });
  state.applications.set(clientId, { ...someone, id: clientId, name, isThirdParty: true });
}

describe('the list', () => {
  it('has one row for each application, however often it was signed in to', async () => {
    const grants = grantsOf(ids.ada).filter(({ payload }) => payload.clientId === 'account-web');
    expect(grants.length).toBeGreaterThan(1);
    const iats = grants.map(({ payload }) => Number(payload.iat) * 1000);
    expect(await app(ada, 'account-web')).toEqual({
      applicationId: 'account-web',
      name: 'Account settings',
      logo: null,
      logoDark: null,
      isThirdParty: false,
      termsOfUseUrl: null,
      privacyPolicyUrl: null,
      since: Math.min(...iats),
      expiresAt: Math.max(...grants.map(({ expiresAt }) => (expiresAt ?? 0) * 1000)),
      grantCount: grants.length,
      isThisApp: true,
    });
  });

  it('shows a third party under the face that it asked for consent with', async () => {
    expect(await app(ada, 'print-shop')).toMatchObject({
      name: 'Paper & Co. Print shop',
      logo: 'https://print.example/logo.svg',
      logoDark: null,
      termsOfUseUrl: null,
      privacyPolicyUrl: 'https://print.example/privacy',
      isThirdParty: true,
      isThisApp: false,
    });
  });

  it('asks Logto once about the person and once in a while about an application', async () => {
    await ada.apps.list.query();
    const before = kit.calls.length;
    await ada.apps.list.query();
    expect(kit.calls.slice(before).toSorted()).toEqual(['/api/users/{userId}', '/api/users/{userId}/grants']);
  });

  it('names what Logto has no record of by what the grant says, and asks nothing about it', async () => {
    const address = 'https://client.example/metadata?x=/../users';
    addGrant(ids.ada, address, 'Self-made');
    const before = kit.calls.length;
    expect(await app(ada, address)).toMatchObject({ name: 'Self-made', isThirdParty: true, logo: null });
    expect(kit.calls.slice(before)).not.toContain('/api/applications/{id}');
    await ada.apps.remove.mutate({ applicationId: address });
    expect(clientsOf(ids.ada)).not.toContain(address);
  });

  it('shows no secret of an application', async () => {
    expect(JSON.stringify(await ada.apps.list.query())).not.toMatch(/secret|redirectUris|accountId/i);
  });
});

describe('removing', () => {
  it('ends every grant of that application for the person who asks, and no other', async () => {
    const bens = clientsOf(ids.ben);
    const others = clientsOf(ids.ada).filter((id) => id !== 'print-shop');
    expect(await ada.apps.remove.mutate({ applicationId: 'print-shop' })).toEqual({
      grantCount: 1,
      isThisApp: false,
    });
    expect(clientsOf(ids.ada)).toEqual(others);
    expect(clientsOf(ids.ben)).toEqual(bens);
  });

  it("finds neither another person's application, nor one by the id of a grant, nor by a path", async () => {
    addGrant(ids.ada, 'only-adas', 'Only for Ada');
    const before = kit.logto.state.oidc.size;
    const grantId = grantsOf(ids.ada)[0]?.id ?? '';
    for (const applicationId of ['only-adas', grantId, 'unknown', '..', '__proto__', '*']) {
      const refused = problemOf(ben.apps.remove.mutate({ applicationId }));
      expect(await refused, applicationId).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(kit.logto.state.oidc.size).toBe(before);
  });

  it('of the settings app itself is possible, and says so', async () => {
    const grantCount = (await app(ada, 'account-web'))?.grantCount;
    expect(await ada.apps.remove.mutate({ applicationId: 'account-web' })).toEqual({
      grantCount,
      isThisApp: true,
    });
    expect(clientsOf(ids.ada)).not.toContain('account-web');
  });

  it('of what another call is ending at the same time is no failure', async () => {
    addGrant(ids.ben, 'twice', 'Twice');
    const outcomes = await Promise.allSettled([
      ben.apps.remove.mutate({ applicationId: 'twice' }),
      ben.apps.remove.mutate({ applicationId: 'twice' }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    kit.logto.state.faults.push({
      path: `/api/users/${ids.ben}/grants/`,
      method: 'DELETE',
      count: 1,
      status: 404,
      body: '{"code":"oidc.invalid_grant","message":"."}',
    });
    expect(await ben.apps.remove.mutate({ applicationId: 'account-web' })).toMatchObject({ isThisApp: true });
  });
});
