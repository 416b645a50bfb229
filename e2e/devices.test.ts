import { demoPassword } from '@account/logto-dev';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

/** Logto says which session a token is from only to applications that are set up for it. */
function tellsDevices(isTold: boolean) {
  const app = stack.logto.state.applications.get('account-web');
  if (!app) throw new Error('The demo tenant has no account app');
  app.oidcClientMetadata.backchannelLogoutUri = `${stack.url}/nowhere`;
  app.oidcClientMetadata.backchannelLogoutSessionRequired = isTold;
}

async function open(options: Parameters<Stack['newPage']>[0] = {}, person = 'ada') {
  page = await stack.newPage(options);
  await page.goto('/devices');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const sessionCount = () => [...stack.logto.state.oidc.values()].filter(isOfAda).length;
const isOfAda = ({ kind, payload }: { kind: string; payload: Record<string, unknown> }) =>
  kind === 'Session' && payload.accountId === 'adalovelace0';

describe('a person', () => {
  it('sees which device they are using, and the others by kind', async () => {
    tellsDevices(true);
    await open();
    await page.getByText('This device', { exact: true }).waitFor();
    expect(await page.getByText('This device', { exact: true }).count()).toBe(1);
    for (const name of ['macOS computer', 'iOS phone', 'Windows computer'])
      await page.getByRole('listitem', { name, exact: true }).waitFor();
  });

  it('finds the button of a device in the middle of its row', async () => {
    await open();
    const middleOf = async (thing: Locator) => {
      const box = await thing.boundingBox();
      return box ? box.y + box.height / 2 : Number.NaN;
    };
    const row = page.getByRole('listitem', { name: 'iOS phone', exact: true });
    expect(Math.abs((await middleOf(row.getByRole('button'))) - (await middleOf(row)))).toBeLessThan(2);
  });

  it('who thinks better of it has signed out nothing, and is back at the button', async () => {
    await open();
    const before = sessionCount();
    await button('Sign out Safari 19 (iOS phone)').click();
    await page.getByRole('dialog').getByText('198.51.100.0').waitFor();
    await button('Sign out').last().click();
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('Sign out Safari 19 (iOS phone)');
    expect(sessionCount()).toBe(before);
  });

  it('who does not recognise a device signs it out and is led to a new password', async () => {
    await open();
    await button('Sign out Safari 19 (iOS phone)').click();
    await page.getByLabel('I do not recognise it').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'Now secure your account' }).waitFor();
    expect([...stack.logto.state.sessionExtensions.keys()].some((id) => id.includes('phone'))).toBe(false);
    await page.getByRole('link', { name: 'Change password' }).click();
    await page.waitForURL('**/sign-in/password');
  });

  it('is told when a device was signed out elsewhere in the meantime', async () => {
    await open();
    const isOffice = ({ payload }: { payload: Record<string, unknown> }) =>
      String(payload.uid).includes('office');
    await button('Sign out Firefox 145 (Windows computer)').waitFor();
    for (const [key, row] of stack.logto.state.oidc)
      if (row.kind === 'Session' && isOffice(row)) stack.logto.state.oidc.delete(key);
    await button('Sign out Firefox 145 (Windows computer)').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await confirmWithPassword(page);
    await page.getByText('This is no longer there.').waitFor();
  });

  it('signs out all others and stays', async () => {
    await open();
    await button('Sign out others').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out others' }).dblclick();
    await confirmWithPassword(page);
    await page.getByText(/other devices? (is|are) signed out\./).waitFor();
    expect(sessionCount()).toBe(1);
    await page.reload();
    await page.getByText('This device', { exact: true }).waitFor();
    expect(await button(/^Sign out /).count()).toBe(1);
  });

  it('signs out everywhere, and here too', async () => {
    const other = await stack.newPage();
    await other.goto('/devices');
    await signIn(other, 'ada', demoPassword);
    await other.getByText('This device', { exact: true }).waitFor();
    await open();
    await button('Sign out everywhere').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(sessionCount()).toBe(0);
  });

  it('is not promised to stay signed in when nobody knows which device is theirs', async () => {
    tellsDevices(false);
    const other = await stack.newPage();
    await other.goto('/devices');
    await signIn(other, 'ada', demoPassword);
    await other.getByRole('heading', { level: 1 }).waitFor();
    await open();
    await page.getByText('This site cannot tell which of them you are using now.').waitFor();
    expect(await page.getByText('This device', { exact: true }).count()).toBe(0);
    expect(await button('Sign out others').count()).toBe(0);
    await button(/^Sign out Chrom/)
      .first()
      .click();
    await page.getByText('If it is the one that you are using now').waitFor();
    await page.keyboard.press('Escape');
    tellsDevices(true);
  });
});
