import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

/** The browser writes down what it could not load; that is what these journeys are about. */
const forgetNetwork = () => {
  page.complaints = page.complaints.filter((text) => !text.includes('Failed to '));
};

describe('a person', () => {
  it('who comes during maintenance is told so, and goes on without a click when it is over', async () => {
    page = await stack.newPage();
    await page.route('**/config.json', (route) => route.fulfill({ status: 503, body: '<h1>503</h1>' }));
    await page.goto('/profile');
    await page.getByRole('heading', { name: 'Back soon' }).waitFor();
    await page.getByText('This page tries again by itself.').waitFor();
    await page.unroute('**/config.json');
    await signIn(page, 'ada', demoPassword);
    await page.getByRole('heading', { name: 'Personal info' }).waitFor();
    forgetNetwork();
  });

  it('whose sign-in went wrong on its way back is told so, and can begin it again', async () => {
    page = await stack.newPage();
    await page.goto('/callback?error=server_error&state=unknown');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await signIn(page, 'ada', demoPassword);
    await page.getByRole('button', { name: 'Account menu' }).waitFor();
    page.complaints.length = 0;
  });

  it('who loses the network is told so, and can look at what is there already', async () => {
    page = await stack.newPage();
    await page.goto('/profile');
    await signIn(page, 'ada', demoPassword);
    await page.getByText('Lovelace', { exact: true }).waitFor();
    const banner = page.getByText('You are offline. You can look around');
    await page.context().setOffline(true);
    await banner.waitFor();
    await page.getByText('Lovelace', { exact: true }).waitFor();
    await page.context().setOffline(false);
    await banner.waitFor({ state: 'detached' });
    forgetNetwork();
  });

  it('whose page cannot be loaded goes on without a click when it can', async () => {
    page = await stack.newPage();
    await page.goto('/profile');
    await signIn(page, 'ada', demoPassword);
    await page.getByRole('heading', { name: 'Personal info' }).waitFor();
    await page.route('**/trpc/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Access tokens' }).click();
    await page.getByText('This page tries again by itself.').waitFor();
    await page.unroute('**/trpc/**');
    await page.getByRole('heading', { name: 'Access tokens' }).waitFor();
    forgetNetwork();
  });

  it('keeps what they typed when the site closes for maintenance while they save', async () => {
    page = await stack.newPage();
    await page.goto('/profile');
    await signIn(page, 'ada', demoPassword);
    await page.getByRole('button', { name: 'Edit Nickname', exact: true }).click();
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Enchantress');
    const problem = { code: 'MAINTENANCE', requestId: 'r' };
    const body = {
      error: { message: 'MAINTENANCE', code: -32603, data: { code: 'SERVICE_UNAVAILABLE', problem } },
    };
    await page.route('**/trpc/**', (route) => route.fulfill({ status: 503, json: body }));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This site is being worked on').waitFor();
    expect(await page.getByRole('textbox', { name: 'Nickname' }).inputValue()).toBe('Enchantress');
    await page.unroute('**/trpc/**');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Nickname saved.').waitFor();
    forgetNetwork();
  });
});
