import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kit, problemOf, startKit } from '../../../test/kit.ts';

type SsoIdentities = NonNullable<ReturnType<Kit['logto']['state']['users']['get']>>['ssoIdentities'];

let kit: Kit;
let erinsIdentity: SsoIdentities;
beforeAll(async () => {
  kit = await startKit();
  erinsIdentity = kit.logto.state.users.get('erinbrook000')?.ssoIdentities ?? [];
});
afterAll(() => kit.stop());

it('the overview says who is signed in and what their token is good for', async () => {
  const ada = kit.client(await kit.tokenOf('ada', ['account:read']));
  expect(await ada.account.overview.query()).toMatchObject({
    id: 'adalovelace0',
    name: 'Ada Lovelace',
    username: 'ada',
    phone: '12025550142',
    phoneText: '+1 202 555 0142',
    hasPassword: true,
    scopes: ['account:read'],
    rights: { name: 'Edit', email: 'Edit' },
  });
});

it('a suspended person is refused although their token still verifies', async () => {
  const olga = kit.client(await kit.tokenOf('olga'));
  const { id } = await olga.account.overview.query();
  await kit.management.users.setSuspended(id, true);
  expect(await problemOf(olga.account.overview.query())).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
  expect(await problemOf(olga.profile.update.mutate({ name: 'x' }))).toMatchObject({
    code: 'ACCOUNT_SUSPENDED',
  });
  await kit.management.users.setSuspended(id, false);
  expect(await olga.account.overview.query()).toMatchObject({ id });
});

it('a deleted person is told so', async () => {
  const erin = kit.client(await kit.tokenOf('erin@northwind.example'));
  await kit.management.users.remove((await erin.account.overview.query()).id);
  expect(await problemOf(erin.account.overview.query())).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
});

it('queries of one request ask Logto for the person once', async () => {
  const token = await kit.tokenOf('ada');
  const before = kit.calls.length;
  const answer = await fetch(`${kit.url}/account.overview,profile.get?batch=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toHaveLength(2);
  expect(kit.calls.slice(before).filter((path) => path === '/api/users/{userId}')).toHaveLength(1);
});

it('a failure of Logto is told from a failure of ours, and shows nothing of either', async () => {
  const ada = kit.client(await kit.tokenOf('ada'));
  await ada.account.overview.query();
  kit.logto.state.faults.push({ path: '/api/users/', count: 20, status: 503, body: 'secret internals' });
  const problem = await problemOf(ada.account.overview.query());
  kit.logto.state.faults.length = 0;
  expect(problem).toEqual({ code: 'LOGTO_UNAVAILABLE', requestId: 'request' });
});

it('the check-up tells what Ada could do, from one call of its own', async () => {
  const ada = kit.client(await kit.tokenOf('ada', ['account:read']));
  await ada.account.overview.query();
  const before = kit.calls.length;
  expect(await ada.account.checkUp.query()).toEqual([
    { kind: 'no-second-factor', severity: 'high', domain: 'mfa' },
  ]);
  const spent = kit.calls.slice(before).filter((path) => path.startsWith('/api/users/'));
  expect(spent).toHaveLength(1 + 1);
});

it('the check-up counts an enterprise identity as a way in', async () => {
  const ben = kit.client(await kit.tokenOf('ben'));
  const kinds = async () => (await ben.account.checkUp.query()).map(({ kind }) => kind);
  expect(await kinds()).toContain('single-way-in');
  const identity = structuredClone(erinsIdentity);
  kit.logto.state.users.get('benfranklin0')?.ssoIdentities.push(...identity);
  expect(await kinds()).not.toContain('single-way-in');
});
