import { demoPassword } from '@account/logto-dev';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { signIn } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();

/** Two tabs of one browser, of somebody who is signed in. */
async function openTwo(path: string, person = 'ada') {
  const one = await stack.newPage();
  await one.goto(path);
  await signIn(one, person, demoPassword);
  await heading(one).waitFor();
  const other = await one.context().newPage();
  await other.goto(path);
  await heading(other).waitFor();
  return { one, other };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const edit = (page: Page, field: string) => page.getByRole('button', { name: `Edit ${field}`, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const menu = (page: Page, name: string) => page.getByRole('button', { name: `Account menu: ${name}` });

async function signOut(page: Page, name: string) {
  await menu(page, name).click();
  await button(page, 'Sign out').click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
}

describe('two tabs of one browser', () => {
  it('show what was changed in either, and keep what is being typed', async () => {
    const { one, other } = await openTwo('/profile');
    await edit(one, 'Website').click();
    await one.getByRole('textbox', { name: 'Website' }).fill('https://half.typed');
    await edit(other, 'Nickname').click();
    await other.getByRole('textbox', { name: 'Nickname' }).fill('The other tab');
    await button(other, 'Save').click();
    await one.getByText('The other tab').waitFor();
    expect(await one.getByRole('textbox', { name: 'Website' }).inputValue()).toBe('https://half.typed');
  });

  it('sign out together, and a new person in one is the new person in both', async () => {
    const { one, other } = await openTwo('/profile');
    await signOut(one, 'Ada Lovelace');
    await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await button(one, 'Sign in').click();
    await signIn(one, 'olga', demoPassword);
    await menu(one, 'Olga Ladyzhenskaya').waitFor();
    await menu(other, 'Olga Ladyzhenskaya').waitFor();
    expect(await other.getByText('Lovelace').count()).toBe(0);
  });

  it('never do in the name of one person what was begun in the name of another', async () => {
    const { one, other } = await openTwo('/profile');
    // Somebody else has signed in, and this tab has not heard of it.
    const olga = await openTwo('/profile', 'olga');
    const tokens = await olga.one.evaluate('JSON.stringify(localStorage)');
    await edit(one, 'Nickname').click();
    await one.getByRole('textbox', { name: 'Nickname' }).fill('Ada wrote this');
    await one.evaluate(`Object.assign(localStorage, ${tokens})`);
    one.on('dialog', (dialog) => dialog.accept());
    await button(one, 'Save').click();
    await menu(one, 'Olga Ladyzhenskaya').waitFor();
    await menu(other, 'Olga Ladyzhenskaya').waitFor();
    const nicknames = [...stack.logto.state.users.values()].map(({ profile }) => profile.nickname);
    expect(nicknames).not.toContain('Ada wrote this');
  });
});
