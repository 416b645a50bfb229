import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(person: string, options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto('/');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

function personOf(username: string) {
  const person = [...stack.logto.state.users.values()].find((user) => user.username === username);
  if (!person) throw new Error(`${username} is not there`);
  return person;
}

const region = (name: string) => page.getByRole('region', { name, exact: true });

describe('the first page', () => {
  it('says what is missing for safety, with one way to mend it', async () => {
    await open('ada');
    await region('Security check-up').getByText('No two-step verification').waitFor();
    await page.getByRole('link', { name: 'Set up: No two-step verification' }).click();
    await page.getByRole('heading', { name: 'Two-step verification', level: 1 }).waitFor();
  });

  it('says so when there is nothing to do', async () => {
    await open('ada');
    const ada = personOf('ada');
    ada.mfaVerifications = personOf('alan').mfaVerifications;
    await stack.tellOfChange(ada.id);
    await page.reload();
    await region('Security check-up').getByText('Nothing to do').waitFor();
    ada.mfaVerifications = [];
  });

  it('shows the last things that happened, and the way to all of them', async () => {
    await open('ada');
    const recent = region('Recent activity');
    await recent.getByText('Signed in', { exact: true }).first().waitFor();
    expect(await recent.getByRole('listitem').count()).toBeLessThanOrEqual(3);
    await recent.getByRole('link', { name: 'See all' }).click();
    await page.getByRole('heading', { name: 'Activity', level: 1 }).waitFor();
  });

  it('leads to the others on a phone too', async () => {
    await open('ada', { viewport: { width: 320, height: 640 } });
    await page.getByRole('button', { name: 'Open menu' }).click();
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('link', { name: 'Devices' }).click();
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('leads from each detail to where it is changed', async () => {
    await open('ada');
    await page.getByRole('link', { name: 'Change Email' }).click();
    await page.waitForURL('**/sign-in/email');
  });

  it('stands although one of its cards fails, which can be tried again', async () => {
    await open('ada');
    await region('Security check-up').getByText('No two-step verification').waitFor();
    stack.logto.state.faults.push({
      path: '/api/users/adalovelace0/mfa-verifications',
      method: 'GET',
      count: 50,
      // Nothing that Logto is left alone for afterwards, on one server or the other.
      status: 422,
    });
    await stack.tellOfChange('adalovelace0');
    await page.reload();
    const retry = region('Security check-up').getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await region('Account details').getByText('ada@harbor.example').waitFor();
    stack.logto.state.faults.length = 0;
    await retry.click();
    await region('Security check-up').getByText('No two-step verification').waitFor();
    page.complaints.length = 0; // The browser notes that the server answered 500.
  });
});
