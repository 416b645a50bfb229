import { readFile } from 'node:fs/promises';
import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(person: string, options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto('/account');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const personOf = (username: string) =>
  [...stack.logto.state.users.values()].find((user) => user.username === username);
const codeFor = (address: string) =>
  stack.logto.state.inbox.findLast((message) => message.address === address)?.code;

async function identify(identifier: string) {
  await page.goto('/return');
  await page.getByRole('textbox', { name: 'Email, phone or username' }).fill(identifier);
  await button('Continue').click();
}

async function askForDeletion(typed: string) {
  await button('Delete').click();
  await dialog().getByRole('textbox').fill(typed);
  await button('Delete account').click();
}

describe('a person who deactivates their account', () => {
  it('learns what happens, is asked to confirm, leaves nothing behind, and comes back with a code', async () => {
    await open('olga');
    await button('Deactivate').click();
    await dialog().getByText('signed out everywhere').waitFor();
    await button('Deactivate account').dblclick();
    await confirmWithPassword(page);
    await heading('Your account is deactivated').waitFor();
    expect(personOf('olga')?.isSuspended).toBe(true);
    expect(
      await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("logto:account-web"))'),
    ).toEqual([]);
    await page.reload();
    await page.getByRole('link', { name: 'Come back now' }).click();

    await page.getByRole('textbox', { name: 'Email, phone or username' }).fill('olga@harbor.example');
    await button('Continue').click();
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.getByText('This code is not right.').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(codeFor('olga@harbor.example') ?? '');
    await heading('Welcome back').waitFor();
    expect(personOf('olga')?.isSuspended).toBe(false);
    await button('Sign in').click();
    await signIn(page, 'olga', demoPassword);
    await heading('Overview').waitFor();
  });

  it('who changes their mind at the last question has changed nothing', async () => {
    await open('ben');
    await button('Deactivate').click();
    await button('Deactivate account').click();
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(personOf('ben')?.isSuspended).toBe(false);
    expect(await dialog().count()).toBe(0);
  });
});

describe('a person who deletes their account', () => {
  it('sees what goes with it, types its name, learns the day, and calls it off with the password', async () => {
    await open('ada');
    await button('Delete').click();
    await dialog()
      .getByText(/access tokens stop working/)
      .waitFor();
    await dialog()
      .getByText(/closed now and deleted on/)
      .waitFor();
    await dialog().getByRole('textbox', { name: 'Type ada to confirm' }).fill('eve');
    await button('Delete account').click();
    await dialog().getByText('This does not match.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Password' }).count()).toBe(0);

    await dialog().getByRole('textbox').fill('ADA');
    await button('Delete account').click();
    await confirmWithPassword(page);
    await heading(/^Your account will be deleted on/).waitFor();
    expect(personOf('ada')?.isSuspended).toBe(true);

    await identify('ada');
    const password = page.getByRole('textbox', { name: 'Password' });
    await password.fill('not-the-password');
    await button('Open my account').click();
    await page.getByText('This is not your password.').waitFor();
    await password.fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByText('It is not going to be deleted.').waitFor();
    expect(personOf('ada')?.isSuspended).toBe(false);
  });

  it('is asked once more who they are, although they have just confirmed something else', async () => {
    await open('ben');
    await page.goto('/tokens');
    await button('Create token').click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Anything');
    await dialog().getByRole('button', { name: 'Create token' }).click();
    await confirmWithPassword(page);
    await button('I have saved it').click();
    await page.getByRole('link', { name: 'Data and account' }).click();
    await askForDeletion('ben');
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    await page.keyboard.press('Escape');
    expect(personOf('ben')?.isSuspended).toBe(false);
  });
});

describe('a person who wants their data', () => {
  it('gets one file with all that the pages show, and no secret in it', async () => {
    await open('ada');
    const [download] = await Promise.all([page.waitForEvent('download'), button('Download').click()]);
    expect(download.suggestedFilename()).toMatch(/^account-\d{4}-\d\d-\d\d\.json$/);
    const text = await readFile(await download.path(), 'utf8');
    const data = JSON.parse(text);
    expect(Object.values(data).every((part) => part !== null)).toBe(true);
    expect(data).toMatchObject({ account: { username: 'ada' }, profile: { name: 'Ada Lovelace' } });
    expect(data.activity.length).toBeGreaterThan(5);
    const tokens = personOf('ada')?.personalAccessTokens ?? [];
    expect(tokens.length).toBeGreaterThan(0);
    for (const { value } of tokens) expect(text).not.toContain(value);
  });
});

describe('the way back', () => {
  it.each(['nobody@harbor.example', 'alan@harbor.example'])(
    'says the same to everybody: %s, who is not waiting',
    async (address) => {
      page = await stack.newPage();
      await identify(address);
      await page.getByText(`If an account with ${address} is waiting`).waitFor();
      expect(codeFor(address)).toBeUndefined();
      await page.getByRole('textbox', { name: 'Code' }).fill('123456');
      await page.getByText('This code is not right.').waitFor();
      await button('Use the password instead').click();
      await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
      await button('Open my account').click();
      await page.getByText('This is not your password.').waitFor();
    },
  );

  it('is shown to somebody whose account is closed while they look at it', async () => {
    await open('erin');
    const erin = personOf('erin');
    if (erin) erin.isSuspended = true;
    await stack.tellOfChange(erin?.id ?? '');
    await page.reload();
    await heading(/suspended/i).waitFor();
    await page.getByRole('link', { name: 'Come back' }).click();
    await heading('Come back').waitFor();
    if (erin) erin.isSuspended = false;
  });

  it('asks for something to look for, and goes back without losing it', async () => {
    page = await stack.newPage();
    await identify('');
    await page.getByText('Fill this in.').waitFor();
    await identify('somebody');
    await page.getByText('Enter the password of somebody.').waitFor();
    await button('Back').click();
    expect(await page.getByRole('textbox').inputValue()).toBe('somebody');
  });
});
