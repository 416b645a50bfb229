import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(path = '/activity', options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto(path);
  await signIn(page, 'ada', demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const events = () => page.getByRole('listitem').locator('summary');

describe('the feed', () => {
  it('tells a sign-in and a change in plain words, the newest first', async () => {
    await open('/tokens');
    await button('Delete Old script').click();
    await button('Delete token').click();
    await confirmWithPassword(page);
    await page.getByText('“Old script” deleted.').waitFor();
    await page.getByRole('link', { name: 'Activity' }).click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    const newest = events().first();
    await newest.getByText('Access token deleted').waitFor();
    await newest.getByText('Old script').waitFor();
    await events().getByText('Signed in', { exact: true }).first().waitFor();
  });

  it('says what was refused, and why', async () => {
    await open('/tokens');
    await button('Delete Laptop').click();
    const ada = [...stack.logto.state.users.values()].find(({ username }) => username === 'ada');
    if (ada) ada.personalAccessTokens = ada.personalAccessTokens.filter(({ name }) => name !== 'Laptop');
    await button('Delete token').click();
    await confirmWithPassword(page);
    await page.getByText('This is no longer there.').waitFor();
    await page.goto('/activity');
    const refused = events().filter({ hasText: 'Access token not deleted' });
    await refused.getByText('Refused').waitFor();
    await refused.click();
    await page.getByText('Not done, because it was no longer there.').waitFor();
  });

  it('shows one kind, under an address of its own that a reload keeps', async () => {
    await open();
    await page.getByText('Sign-ins', { exact: true }).click();
    await page.waitForURL('**/activity?show=sign-in');
    await events().getByText('Signed in', { exact: true }).first().waitFor();
    await expect.poll(() => events().getByText('Access token deleted').count()).toBe(0);
    await page.reload();
    await events().first().waitFor();
    expect(await page.getByRole('radio', { name: 'Sign-ins' }).isChecked()).toBe(true);
    await page.getByText('Changes', { exact: true }).click();
    await events().getByText('Access token deleted').first().waitFor();
    await expect.poll(() => events().getByText('Signed in', { exact: true }).count()).toBe(0);
  });

  it('goes on into the past until the end', async () => {
    const ada = [...stack.logto.state.users.values()].find(({ username }) => username === 'ada');
    const now = Date.now();
    for (let day = 1; day <= 30; day++) {
      stack.logto.state.logs.unshift({
        id: `old-${day}`.padEnd(21, '0'),
        key: 'Interaction.SignIn.Submit',
        payload: { key: 'Interaction.SignIn.Submit', result: 'Success', userId: ada?.id ?? '' },
        createdAt: now - (40 + day) * 86_400_000,
      });
    }
    await open();
    await events().first().waitFor();
    const before = await events().count();
    await button('Show more').click();
    await expect.poll(() => events().count()).toBeGreaterThan(before);
    const end = page.getByText('That is everything that is kept.');
    for (let tries = 0; tries < 9 && !(await end.isVisible()); tries++) {
      await button('Show more').or(end).first().click();
      await button('Loading').waitFor({ state: 'detached' });
    }
    await end.waitFor();
  });

  it('leads who finds something strange to another password', async () => {
    await open();
    await events().first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'This wasn’t me' }).first().click();
    await page.waitForURL('**/sign-in/password');
  });
});
