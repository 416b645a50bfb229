import { demoPassword } from '@account/logto-dev';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack({ DELETION_GRACE_DAYS: '0', DELETION_WEBHOOK_URL: '', DELETION_WEBHOOK_SECRET: '' });
let page: WatchedPage;

const dot =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';

beforeAll(async () => {
  const { accountCenter, connectors, resources, roles } = stack.logto.state;
  Object.assign(accountCenter.fields ?? {}, { social: 'ReadOnly', session: 'Off' });
  for (const connector of connectors.values()) connector.logo = dot;
  const scopes = [...resources.values()].flatMap(({ scopes }) => scopes);
  const write = scopes.find(({ name }) => name === 'account:write');
  for (const role of roles.values()) role.scopeIds = role.scopeIds.filter((id) => id !== write?.id);
});

async function open(path: string, person = 'ada') {
  page = await stack.newPage();
  await page.goto(path);
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

describe('what the operator has switched off', () => {
  it.each(['/devices', '/apps'])(
    'is not in the navigation, and says so at its address (%s)',
    async (path) => {
      await open(path);
      await page.getByText('This site does not use it.').waitFor();
      expect(await page.locator(`nav a[href="${path}"]`).count()).toBe(0);
      expect(await page.locator('nav a[href="/social"]').count()).toBeGreaterThan(0);
    },
  );
});

describe('what the operator keeps for themselves', () => {
  it('is shown without a way to change it, with the reason once in each card', async () => {
    await open('/social');
    await page.getByText('ada-l').waitFor();
    for (const card of ['Social accounts', 'Link another account'])
      await page.getByRole('region', { name: card }).getByText('This is managed by this site').waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });
});

describe('what the sign-in of a person does not allow', () => {
  it('is locked with the reason', async () => {
    await open('/organizations', 'olga');
    await page.getByText('Your sign-in does not allow it.').waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });
});

describe('an operator who gives no time to think it over', () => {
  it('has people warned of it, and their account deleted at once', async () => {
    await open('/account', 'erin');
    await page.getByText('It is deleted at once, and nobody can bring it back.').waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('Nobody can bring it back, not even the support.').waitFor();
    await page.getByRole('dialog').getByRole('textbox').fill('erin');
    await page.getByRole('button', { name: 'Delete account' }).click();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
    expect(await page.getByRole('link', { name: 'Come back now' }).count()).toBe(0);
    expect([...stack.logto.state.users.values()].some(({ username }) => username === 'erin')).toBe(false);
  });
});
