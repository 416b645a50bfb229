import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, type Kit, startKit } from './kit.ts';

/** What a page asks for when it is opened; a page that needs more than two questions about one person is too dear. */
const pages: Record<string, (person: Client) => Promise<unknown>[]> = {
  overview: (person) => [
    person.account.overview.query(),
    person.account.checkUp.query(),
    person.activity.list.query({ kind: 'change', limit: 3 }),
  ],
  'personal info': (person) => [person.account.overview.query(), person.profile.get.query()],
  'sign-in': (person) => [
    person.account.overview.query(),
    person.username.get.query(),
    person.password.get.query(),
  ],
  'two-step': (person) => [person.account.overview.query(), person.mfa.list.query()],
  social: (person) => [person.account.overview.query(), person.social.list.query()],
  enterprise: (person) => [person.account.overview.query(), person.enterprise.list.query()],
  devices: (person) => [person.account.overview.query(), person.sessions.list.query()],
  apps: (person) => [person.account.overview.query(), person.apps.list.query()],
  tokens: (person) => [person.account.overview.query(), person.tokens.list.query()],
  organizations: (person) => [person.account.overview.query(), person.organizations.list.query()],
  activity: (person) => [person.account.overview.query(), person.activity.list.query({})],
  'data and account': (person) => [person.account.overview.query(), person.lifecycle.get.query()],
};

let kit: Kit;
let token: string;
let personId: string;
beforeAll(async () => {
  // What was read stays for as long as the test takes, and was read after the sign-in.
  kit = await startKit({ recent: { now: () => 3_600_000 } });
  token = await kit.tokenOf('ada');
  personId = (await kit.client(token).account.overview.query()).id;
});
afterAll(() => kit.stop());

it.each(Object.entries(pages))(
  'a view of %s asks Logto about the person twice at most, and the next one not at all',
  async (_name, open) => {
    kit.services.people.forgetHere(personId, Infinity);
    const before = kit.calls.length;
    await Promise.all(open(kit.batchingClient(token)));
    const aboutThePerson = kit.calls.slice(before).filter((path) => /\{userId\}|^\/api\/logs/.test(path));
    expect(aboutThePerson.length).toBeLessThanOrEqual(2);
    const whenCold = kit.calls.length;
    await Promise.all(open(kit.batchingClient(token)));
    expect(kit.calls.slice(whenCold)).toEqual([]);
  },
);
