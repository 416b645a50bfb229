import { accountEnvironment, demoPassword } from '@account/logto-dev';
import { createLogtoClient } from '@account/logto-mgmt';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(path: string, person = 'ada', options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto(path);
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const row = (name: string) => page.getByRole('button', { name: `Edit ${name}`, exact: true });
const save = () => page.getByRole('button', { name: 'Save' }).click();

async function storedInLogto(userId: string) {
  const { LOGTO_ENDPOINT, LOGTO_M2M_APP_ID, LOGTO_M2M_APP_SECRET } = accountEnvironment(stack.logto.endpoint);
  const logto = createLogtoClient({
    endpoint: LOGTO_ENDPOINT,
    appId: LOGTO_M2M_APP_ID,
    appSecret: LOGTO_M2M_APP_SECRET,
  });
  const user = await logto.users.get(userId);
  await logto.close();
  return user;
}

describe('a person', () => {
  it('signs in, edits their profile, and finds the change after a reload and in Logto', async () => {
    await open('/profile');
    await row('Nickname').click();
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Enchantress of Numbers');
    await save();
    await page.getByText('Nickname saved.').waitFor();
    await page.reload();
    await page.getByText('Enchantress of Numbers').waitFor();
    expect((await storedInLogto('adalovelace0')).profile).toMatchObject({
      nickname: 'Enchantress of Numbers',
      givenName: 'Ada',
    });
  });

  it('meets words where a code is stored, also while editing', async () => {
    await open('/profile');
    await row('Gender').click();
    const gender = page.getByRole('combobox', { name: 'Gender' });
    expect(await gender.inputValue()).toBe('Female');
    await gender.fill('Prefer not to say');
    await save();
    await page.getByText('Gender saved.').waitFor();
    expect((await storedInLogto('adalovelace0')).profile).toMatchObject({ gender: 'prefer_not_to_say' });
  });

  it('takes a change back with one click', async () => {
    await open('/profile');
    await row('Name').click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('A. Lovelace');
    await save();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Name is as it was before.').waitFor();
    expect((await storedInLogto('adalovelace0')).name).toBe('Ada Lovelace');
  });

  it('is told beside the field what is wrong, and loses nothing of what they typed', async () => {
    await open('/profile');
    await row('Website').click();
    const field = page.getByRole('textbox', { name: 'Website' });
    await field.fill('javascript:alert(1)');
    await save();
    await page.getByText('Enter a full address that begins with https://.').waitFor();
    expect(await field.inputValue()).toBe('javascript:alert(1)');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
  });

  it('gets back what they saw when the server fails, and is told that it is not their fault', async () => {
    await open('/profile');
    await row('Family name').click();
    await page.getByRole('textbox', { name: 'Family name' }).fill('Byron');
    stack.logto.state.faults.push({ path: '/api/users/', method: 'PATCH', count: 20, status: 503 });
    await save();
    await page.getByText('The sign-in service does not answer.').first().waitFor();
    stack.logto.state.faults.length = 0;
    await page.reload();
    await page.getByText('Lovelace', { exact: true }).waitFor();
    page.complaints.length = 0;
  });

  it('is asked before what they typed is lost', async () => {
    await open('/profile');
    await row('Nickname').click();
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Enchantress');
    await page.getByRole('link', { name: 'Devices' }).click();
    await page.getByRole('dialog', { name: 'Discard your changes?' }).waitFor();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByRole('textbox', { name: 'Nickname' }).inputValue()).toBe('Enchantress');
    await page.getByRole('link', { name: 'Devices' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
  });

  it('does it all with the keyboard', async () => {
    await open('/profile');
    await row('Given name').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Augusta Ada');
    await page.keyboard.press('Enter');
    await page.getByText('Given name saved.').waitFor();
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toContain('Given name');
  });
});

describe('a sign-in', () => {
  it('leads back to where the person wanted to go', async () => {
    await open('/profile');
    expect(new URL(page.url()).pathname).toBe('/profile');
  });

  it('that ended elsewhere is asked for again, and leads back to the same place', async () => {
    await open('/profile');
    for (const [key, { kind }] of stack.logto.state.oidc)
      if (kind !== 'Client') stack.logto.state.oidc.delete(key);
    await page.evaluate(`localStorage.removeItem('logto:account-web:accessToken')`);
    await page.reload();
    await signIn(page, 'ada', demoPassword);
    await page.getByRole('heading', { name: 'Personal info' }).waitFor();
    page.complaints.length = 0;
  });

  it('that was ended elsewhere while somebody was typing lets them keep what they typed', async () => {
    await open('/profile', 'erin');
    await row('Nickname').click();
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Enchantress');
    // A token that is younger than this when others are signed out counts on, because clocks differ.
    await page.waitForTimeout(6_000);
    const other = await stack.newPage();
    await other.goto('/devices');
    await signIn(other, 'erin', demoPassword);
    await other.getByRole('button', { name: 'Sign out everywhere' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await confirmWithPassword(other);
    await other.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    const question = page.getByRole('dialog', { name: 'Sign in again to go on' });
    await question.getByRole('button', { name: 'Not now' }).click();
    expect(await page.getByRole('textbox', { name: 'Nickname' }).inputValue()).toBe('Enchantress');
    page.complaints.length = 0;
  });

  it('ends with one click, and does not come back by itself', async () => {
    await open('/');
    await page.getByRole('button', { name: 'Account menu' }).click();
    await page
      .getByRole('menuitem', { name: 'Sign out' })
      .or(page.getByRole('button', { name: 'Sign out' }))
      .click();
    await page.waitForURL(`${stack.url}/**`);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(
      await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("logto:account-web"))'),
    ).toEqual([]);
  });

  it('of a person who is suspended meanwhile shows nothing of the account', async () => {
    await open('/', 'olga');
    const olga = [...stack.logto.state.users.values()].find(({ username }) => username === 'olga');
    if (olga) olga.isSuspended = true;
    await stack.tellOfChange(olga?.id ?? '');
    await page.reload();
    await page.getByRole('heading', { name: /suspended/i }).waitFor();
    if (olga) olga.isSuspended = false;
    page.complaints.length = 0;
  });
});
