import { demoPassword } from '@account/logto-dev';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

const dot =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';

beforeAll(async () => {
  const { connectors, ssoConnectors } = stack.logto.state;
  for (const connector of connectors.values()) connector.logo = dot;
  for (const { branding } of ssoConnectors.values()) branding.logo = dot;
});

async function open(person: string, options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto('/social');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { name: 'Linked accounts' }).waitFor();
}

const identitiesOf = (username: string) =>
  [...stack.logto.state.users.values()].find((user) => user.username === username)?.identities ?? {};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const alert = (text: string) => page.getByRole('alert').filter({ hasText: text });

/** To the provider's page, by way of the question for the password. */
async function leaveFor(provider: string) {
  await button(`Link ${provider}`).click();
  await button(`Go to ${provider}`).click();
  await confirmWithPassword(page);
  await page.getByRole('heading', { name: `Continue with ${provider}` }).waitFor();
}

describe('a social account', () => {
  it('is linked by a way to the provider and back, and neither a reload nor the back button undoes or repeats it', async () => {
    await open('ben');
    await leaveFor('Pretend');
    await page.getByLabel('Account id').fill('ben-elsewhere');
    await button('Continue').click();
    await alert('Pretend is linked.').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/social');
    expect(identitiesOf('ben')).toMatchObject({ 'mock-social': { userId: 'ben-elsewhere' } });
    await page.reload();
    await page.getByText('Robin Pretend').waitFor();
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
    await page.goBack();
    await button('Continue').click();
    await page.getByText('Robin Pretend').waitFor();
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
  });

  it('is replaced by another one, and the person is told what that means first', async () => {
    await open('ben');
    await button('Replace Pretend').click();
    await page.getByText('Now linked: Robin Pretend.').waitFor();
    await button('Go to Pretend').click();
    await confirmWithPassword(page);
    // Providers count their people: what comes back must stay a text.
    await page.getByLabel('Account id').fill('12345678901234567890');
    await button('Continue').click();
    await alert('The other Pretend account is linked now.').waitFor();
    expect(identitiesOf('ben')).toMatchObject({ 'mock-social': { userId: '12345678901234567890' } });
  });

  it('is unlinked after a question, and the person goes on from the heading', async () => {
    await open('ben');
    await button('Unlink Pretend').click();
    await page.getByText('You can no longer sign in with Robin Pretend at Pretend.').waitFor();
    await button('Unlink').click();
    await confirmWithPassword(page);
    await page.getByText('Pretend is unlinked.').waitFor();
    await button('Link Pretend').waitFor();
    expect(identitiesOf('ben')).toEqual({});
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('H1');
  });

  it('that is the last way in stays, also when confirming led over the sign-in page', async () => {
    page = await stack.newPage();
    await page.goto('/social');
    const asSofia = async () => {
      await page.getByRole('link', { name: 'Continue with Pretend' }).click();
      await page.getByLabel('Account id').fill('pretend-sofia');
      await button('Continue').click();
    };
    await asSofia();
    await button('Unlink Pretend').click();
    await button('Unlink').click();
    await button('Go to sign-in').click();
    await asSofia();
    // The dialog that the person was in is open again.
    await button('Unlink').click();
    await alert('This is the last way to sign in to your account.').waitFor();
  });
});

describe('a link that does not come about', () => {
  it('because the person said no at the provider changes nothing', async () => {
    await open('ben');
    await leaveFor('Pretend');
    await button('Do not continue').click();
    await alert('You stopped at Pretend. Nothing has changed.').waitFor();
    await button('Dismiss').click();
    expect(identitiesOf('ben')).toEqual({});
  });

  it('because the account is another person’s says whose it is not', async () => {
    await open('ben');
    await leaveFor('Pretend');
    await page.getByLabel('Account id').fill('pretend-sofia');
    await button('Continue').click();
    await alert('belongs to another person here').waitFor();
    expect(identitiesOf('ben')).toEqual({});
  });

  it('because its answer was begun by somebody else is refused before the server is asked', async () => {
    await open('ben');
    await leaveFor('Pretend');
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('social.finish')) asked += 1;
    });
    await page.goto('/social/callback?state=of-an-attacker&code=1');
    await alert('This link was not made').waitFor();
    expect(asked).toBe(0);
  });

  it('because the person did not confirm leaves the dialog as it was, without a word of failure', async () => {
    await open('ben');
    await button('Link Pretend').click();
    await button('Go to Pretend').click();
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    await page.keyboard.press('Escape');
    await button('Go to Pretend').waitFor();
    expect(await page.getByRole('alert').filter({ hasText: /./ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('Link Pretend');
  });
});

describe('an impatient person', () => {
  it('who clicks twice starts once', async () => {
    await open('ben');
    let starts = 0;
    page.on('request', (request) => {
      if (request.url().includes('social.start')) starts += 1;
    });
    await button('Link Pretend').click();
    await button('Go to Pretend').click();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'Continue with Pretend' }).waitFor();
    // Once without a proof, once with it.
    expect(starts).toBe(2);
    await page.goBack();
    await button('Link Pretend').click();
    const before = starts;
    await button('Go to Pretend').dblclick();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'Continue with Pretend' }).waitFor();
    expect(starts - before).toBe(2);
  });

  it('who reloads while the answer is on its way learns that it is linked', async () => {
    await open('ben');
    await leaveFor('Pretend');
    stack.logto.state.faults.push({ path: '/api/users/', method: 'POST', count: 1, delayMs: 2_000 });
    const sent = page.waitForRequest((request) => request.url().includes('social.finish'));
    await button('Continue').click();
    await sent;
    await page.getByRole('heading', { name: 'Linked accounts' }).waitFor();
    await page.reload();
    await alert('Pretend is linked.').waitFor();
    await page.getByText('Robin Pretend').waitFor();
  });
});

describe('a company’s account', () => {
  it('is shown with what the company manages, and nothing to press', async () => {
    await open('erin');
    const company = page.getByRole('listitem', { name: 'Northwind' });
    await company.getByText('Name and picture come from Northwind').waitFor();
    expect(await company.getByRole('button').count()).toBe(0);
  });
});
