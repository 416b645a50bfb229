import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Kit, problemOf, startKit } from '../../test/kit.ts';
import { Scope } from './permissions.ts';
import { withdrawTokens } from './token-floor.ts';

/** Takes tokens of the same second, which are dated alike, for older than what happened in it. */
let strict: Kit;
/** On the same database, as deployed. */
let usual: Kit;

beforeAll(async () => {
  strict = await startKit({ clockSkewSeconds: -1 });
  const { logto, databaseUrl } = strict;
  usual = await startKit({ logto, databaseUrl, clockSkewSeconds: 5 });
});
afterAll(async () => {
  await usual.stop();
  await strict.stop();
});

async function signIn(identifier: string) {
  const person = { identifier, password: demoPassword, scopes: Scope.options };
  const { accountToken } = await signInByCodeFlow(usual.logto.endpoint, person);
  return { token: accountToken, here: usual.client(accountToken, await usual.stepUpOf(accountToken)) };
}

type Here = Awaited<ReturnType<typeof signIn>>['here'];
const setPassword = { password: 'brisk-otter-71', currentPassword: demoPassword };

/** Each by somebody else, so that none hides what another one does. */
const endings = [
  [
    'ada',
    'one device is signed out',
    (here: Here) => here.sessions.remove.mutate({ id: 'sessiondesk0000000000' }),
  ],
  ['ben', 'all others are signed out', (here: Here) => here.sessions.removeOthers.mutate({})],
  ['olga', 'a new password is set', (here: Here) => here.password.update.mutate(setPassword)],
  [
    'erin',
    'an application is removed',
    (here: Here) => here.apps.remove.mutate({ applicationId: 'account-web' }),
  ],
] as const;

describe('an access token that somebody else has', () => {
  it.each(endings)('of %s is refused on every server once %s', async (identifier, _, end) => {
    const [thief, owner] = [await signIn(identifier), await signIn(identifier)];
    const stolen = strict.client(thief.token);
    const harm = () => problemOf(stolen.profile.update.mutate({ name: ' ' }));
    expect(await harm()).toMatchObject({ code: 'INPUT_INVALID' });
    await end(owner.here);
    expect(await problemOf(stolen.account.overview.query())).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect(await harm()).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('is refused also after the way back from a pause', async () => {
    const { token, here } = await signIn('ada');
    await here.lifecycle.deactivate.mutate();
    const stolen = strict.client(token);
    expect(await problemOf(stolen.account.overview.query())).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
    await strict.client().lifecycle.finishWithPassword.mutate({ identifier: 'ada', password: demoPassword });
    expect(await problemOf(stolen.account.overview.query())).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
});

it('an access token from after a sign-out counts, and so do those of other people', async () => {
  await usual.store.query('delete from account.token_floors', []);
  const [ada, ben] = [await usual.tokenOf('ada'), await signIn('ben')];
  await ben.here.sessions.removeOthers.mutate({});
  const again = await signIn('ben');
  expect(await again.here.account.overview.query()).toMatchObject({ username: 'ben' });
  expect(await strict.client(ada).account.overview.query()).toMatchObject({ username: 'ada' });
});

it('what is withdrawn on one server is refused on another that has just looked', async () => {
  const { logto, databaseUrl } = strict;
  // Its clock stands still, so that it forgets nothing by itself.
  const other = await startKit({
    logto,
    databaseUrl,
    clockSkewSeconds: -1,
    recent: { now: () => 3_600_000 },
  });
  const reader = other.client(await other.tokenOf('grace'));
  const { id } = await reader.account.overview.query();
  await withdrawTokens(usual.services, id);
  await vi.waitFor(async () => {
    expect(await problemOf(reader.account.overview.query())).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });
  await other.stop();
});
