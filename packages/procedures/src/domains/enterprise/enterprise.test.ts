import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, type Kit, startKit } from '../../../test/kit.ts';

let kit: Kit;
let erin: Client;
beforeAll(async () => {
  kit = await startKit();
  erin = kit.client(await kit.tokenOf('erin'));
});
afterAll(() => kit.stop());

const identities = () => kit.logto.state.users.get('erinbrook000')?.ssoIdentities ?? [];

it('an account at a company is shown with the connection, what it knows and what it manages', async () => {
  expect(await erin.enterprise.list.query()).toEqual([
    {
      id: identities()[0]?.id,
      issuer: 'https://login.northwind.example',
      name: 'Northwind',
      logo: expect.stringContaining('northwind.svg'),
      logoDark: null,
      details: { name: 'Erin Brook', email: 'erin@northwind.example' },
      managed: ['name', 'avatar'],
      linkedAt: expect.any(Number),
    },
  ]);
});

it('neither the secret of the connection nor anything else that the company said is shown', async () => {
  const [identity] = identities();
  const before = identity?.detail;
  Object.assign(identity ?? {}, { detail: { name: 7, email: '', groups: ['board'], token: 'hidden' } });
  const answer = await erin.enterprise.list.query();
  expect(answer).toMatchObject([{ details: {} }]);
  expect(JSON.stringify(answer)).not.toMatch(/secret|board|hidden|identityId|erin\.brook/);
  Object.assign(identity ?? {}, { detail: before });
});

it('costs one question about the person besides who they are, and none about connections without a need', async () => {
  const ben = kit.client(await kit.tokenOf('ben'));
  const before = kit.calls.length;
  expect(await ben.enterprise.list.query()).toEqual([]);
  const calls = kit.calls.slice(before);
  expect(calls.filter((path) => path.startsWith('/api/users/'))).toHaveLength(2);
  expect(calls).not.toContain('/api/sso-connectors');
});

it('an account whose connection Logto does not know, or that manages nothing, is shown all the same', async () => {
  const other = await startKit();
  const connector = [...other.logto.state.ssoConnectors.values()][0];
  if (connector) connector.syncProfile = false;
  const person = other.logto.state.users.get('erinbrook000');
  const [identity] = person?.ssoIdentities ?? [];
  if (identity) person?.ssoIdentities.push({ ...identity, id: 'second', ssoConnectorId: 'gone' });
  const client = other.client(await other.tokenOf('erin'));
  expect(await client.enterprise.list.query()).toMatchObject([
    { name: 'Northwind', managed: [] },
    { id: 'second', name: null, logo: null, managed: [] },
  ]);
  await other.stop();
});
