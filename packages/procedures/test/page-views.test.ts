import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kit, startKit } from './kit.ts';
import { pages } from './pages.ts';

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

/** A page that needs more than two questions about one person is too dear. */
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
