import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(person = 'ada', options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto('/tokens');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const token = (name: string) => page.getByRole('listitem', { name, exact: true });
const tokensOf = (username: string) =>
  [...stack.logto.state.users.values()].find((user) => user.username === username)?.personalAccessTokens ??
  [];

async function fillIn(name: string, lifetime?: string) {
  await dialog().getByRole('textbox', { name: 'Name' }).fill(name);
  if (lifetime) await dialog().getByLabel('Expires').selectOption({ label: lifetime });
}
const create = () => dialog().getByRole('button', { name: 'Create token' }).click();

describe('a person without tokens', () => {
  it('learns what they are for, makes one, keeps its value, and never sees it again', async () => {
    await open('ben');
    await page.getByRole('heading', { name: 'No tokens yet' }).waitFor();
    await button('Create token').click();
    await fillIn('Backup script', 'In 7 days');
    await dialog()
      .getByText(/^It works until/)
      .waitFor();
    await create();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'Keep your token now' }).waitFor();
    const [made] = tokensOf('ben');
    await page.getByText(made?.value ?? '?').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText(made?.value ?? '?').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), button('Download').click()]);
    expect(file.suggestedFilename()).toBe('Backup-script.txt');

    await button('I have saved it').click();
    await token('Backup script').getByText('Expires soon').waitFor();
    expect(await page.content()).not.toContain(made?.value);
    await page.reload();
    await token('Backup script').waitFor();
    expect(await page.content()).not.toContain(made?.value);
  });
});

describe('a new token', () => {
  it('is checked before anybody is asked for a password', async () => {
    await open();
    await button('Create token').click();
    await create();
    await dialog().getByText('Fill this in.').waitFor();
    await fillIn('build SERVER', 'On a day that you choose');
    await create();
    await dialog().getByText('This is taken already.').waitFor();
    await dialog().getByText('Fill this in.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Password' }).count()).toBe(0);
  });

  it('for ever comes with a warning', async () => {
    await open();
    await button('Create token').click();
    await fillIn('Old habit', 'Never');
    await dialog().getByText('A token with an end is safer.').waitFor();
  });

  it('is made once, however often the button is pressed, and not at all without a proof', async () => {
    await open();
    const before = tokensOf('ada').length;
    await button('Create token').click();
    await fillIn('Once only');
    await dialog().getByRole('button', { name: 'Create token' }).dblclick();
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().getByRole('textbox', { name: 'Name' }).waitFor();
    expect(tokensOf('ada')).toHaveLength(before);
    await dialog().getByRole('button', { name: 'Create token' }).dblclick();
    await confirmWithPassword(page);
    await button('I have saved it').click();
    await token('Once only').waitFor();
    expect(tokensOf('ada')).toHaveLength(before + 1);
  });

  it('is not lost by going back in the browser', async () => {
    await open();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('link', { name: 'Access tokens' }).click();
    await button('Create token').click();
    await fillIn('Stays');
    await create();
    await confirmWithPassword(page);
    await button('I have saved it').waitFor();
    await page.goBack();
    await button('I have saved it').waitFor();
  });
});

describe('a token', () => {
  it('says when it ends, and that it has ended', async () => {
    await open();
    await token('Old script').getByText('Expired', { exact: true }).waitFor();
    await token('Laptop').getByText('Never expires').waitFor();
    await token('Build server')
      .getByText(/^Expires on/)
      .waitFor();
  });

  it('gets another name in its place, and is told when the name is taken', async () => {
    await open();
    await button('Rename Laptop').click();
    const field = page.getByRole('textbox', { name: 'Name' });
    await field.fill('Old script');
    await page.keyboard.press('Enter');
    await page.getByText('This is taken already.').waitFor();
    await field.fill('Desk');
    await page.keyboard.press('Enter');
    await token('Desk').waitFor();
    expect(tokensOf('ada').map(({ name }) => name)).toContain('Desk');
    await button('Rename Desk').click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Something else');
    await page.keyboard.press('Escape');
    await button('Rename Desk').waitFor();
    expect(await button('Rename Desk').evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
  });

  it('goes after a question that says what stops working', async () => {
    await open();
    await button('Delete Build server').click();
    await dialog().getByText('stops working').waitFor();
    await dialog().getByRole('button', { name: 'Delete token' }).dblclick();
    await confirmWithPassword(page);
    await page.getByText('“Build server” deleted.').waitFor();
    expect(tokensOf('ada').map(({ name }) => name)).not.toContain('Build server');
    expect(await token('Build server').count()).toBe(0);
  });

  it('that somebody removed meanwhile is reported as gone', async () => {
    await open();
    await button('Delete Old script').click();
    const ada = [...stack.logto.state.users.values()].find(({ username }) => username === 'ada');
    if (ada) ada.personalAccessTokens = ada.personalAccessTokens.filter(({ name }) => name !== 'Old script');
    await dialog().getByRole('button', { name: 'Delete token' }).click();
    await confirmWithPassword(page);
    await page.getByText('This is no longer there.').waitFor();
  });

  it('is used as the example shows', async () => {
    await open();
    await page.getByText('How to use a token').click();
    const example = await page.getByRole('group', { name: 'Example of a command' }).textContent();
    expect(example).toContain(`${stack.logto.endpoint}/oidc/token`);
    expect(example).toContain('scope=account:read');
  });
});
