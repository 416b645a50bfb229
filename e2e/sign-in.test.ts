import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, startStack, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

type Options = Parameters<Stack['newPage']>[0] & { password?: string; at?: Stack };

async function open(path: string, person: string, { password, at = stack, ...options }: Options = {}) {
  page = await at.newPage(options);
  await page.goto(path);
  await signIn(page, person, password ?? demoPassword);
  await page.getByRole('heading', { level: 1, name: 'Sign-in' }).waitFor();
}

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const field = (name: string) => dialog().getByRole('textbox', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const row = (name: string) => page.getByRole('listitem', { name, exact: true });
const codeSentTo = (address: string) =>
  stack.logto.state.inbox.findLast((message) => message.address === address)?.code ?? 'no code';
const person = (name: string) => [...stack.logto.state.users.values()].find((user) => user.name === name);

describe('an email', () => {
  it('is changed once the code that was sent to it is right', async () => {
    await open('/sign-in', 'ada');
    await link('Change Email').click();
    await field('New email').fill('ada@new.example');
    await button('Continue').click();
    await confirmWithPassword(page);
    const wrong = codeSentTo('ada@new.example') === '000000' ? '000001' : '000000';
    await field('Code').pressSequentially(wrong);
    await dialog().getByText('This code is not right.').waitFor();
    await expect.poll(() => field('Code').inputValue()).toBe('');
    expect(await field('Code').getAttribute('aria-invalid')).toBe('true');
    expect(person('Ada Lovelace')?.primaryEmail).toBe('ada@harbor.example');

    await page.keyboard.type(codeSentTo('ada@new.example'));
    await page.getByText('Your email is now ada@new.example.').waitFor();
    await row('Email').getByText('ada@new.example').waitFor();
    expect(person('Ada Lovelace')?.primaryEmail).toBe('ada@new.example');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('that somebody else has is refused beside the field, after its owner was proven', async () => {
    await open('/sign-in/email', 'ben');
    await field('New email').fill('Olga@Harbor.Example');
    await button('Continue').click();
    await confirmWithPassword(page);
    await field('Code').waitFor();
    await page.keyboard.insertText(codeSentTo('olga@harbor.example'));
    await dialog().getByText('This is taken already.').waitFor();
    expect(await field('New email').inputValue()).toBe('Olga@Harbor.Example');
    await field('New email').fill('not an address');
    await button('Continue').click();
    await dialog().getByText('Enter an email address').waitFor();
    expect(await page.evaluate('document.activeElement?.getAttribute("aria-invalid")')).toBe('true');
  });
});

describe('a phone number', () => {
  it('is taken for one of the country that the person is in, shown as it will be, and sent a code', async () => {
    await open('/sign-in/phone', 'ada', { locale: 'en-US' });
    await page.waitForLoadState('networkidle');
    await field('New phone number').pressSequentially('2025550199');
    await field('New phone number').blur();
    await expect.poll(() => field('New phone number').inputValue()).toBe('+1 202 555 0199');
    await button('Continue').click();
    await confirmWithPassword(page);
    await field('Code').waitFor();
    await page.keyboard.insertText(
      ` ${codeSentTo('12025550199').slice(0, 3)} ${codeSentTo('12025550199').slice(3)}`,
    );
    await page.getByText('Your phone number is now +1 202 555 0199.').waitFor();
    expect(person('Ada Lovelace')?.primaryPhone).toBe('12025550199');
  });

  it('is removed after the person has read what they lose', async () => {
    await open('/sign-in/phone', 'ada');
    await button('Remove phone number').click();
    await dialog().getByText('no longer signs you in').waitFor();
    await button('Remove phone number').click();
    await confirmWithPassword(page);
    await page.getByText('Your phone number is removed.').waitFor();
    await row('Phone').getByText('Not set').waitFor();
    expect(person('Ada Lovelace')?.primaryPhone).toBeNull();
  });
});

describe('a username', () => {
  it('is held against the rules of the site while it is typed, and changed once', async () => {
    await open('/sign-in/username', 'ben');
    await field('Username').fill('9 lives');
    await dialog().getByText('no number at the start (Not met)').waitFor();
    await field('Username').fill('ada');
    await button('Save').click();
    await confirmWithPassword(page);
    await dialog().getByText('This is taken already.').waitFor();
    await field('Username').fill('benjamin');
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/trpc/username.update')) sent += 1;
    });
    await button('Save').dblclick();
    await page.getByText('Your username is now benjamin.').waitFor();
    await row('Username').getByText('benjamin').waitFor();
    expect(sent).toBe(1);
  });

  it('that is the last way in stays, and the person learns why', async () => {
    await open('/sign-in/username', 'benjamin');
    await button('Remove username').click();
    await button('Remove username').click();
    await confirmWithPassword(page);
    await dialog().getByText('This is the last way to sign in to your account.').waitFor();
    await dialog().getByRole('link', { name: 'Sign-in' }).click();
    await dialog().waitFor({ state: 'detached' });
    await row('Username').getByText('benjamin').waitFor();
  });
});

describe('a password', () => {
  it('is changed with the current one, and signs the other devices out', async () => {
    const other = await stack.newPage();
    await other.goto('/sign-in');
    await signIn(other, 'olga', demoPassword);
    await other.getByRole('heading', { level: 1, name: 'Sign-in' }).waitFor();

    await open('/sign-in/password', 'olga');
    await field('New password').fill('short');
    await dialog().getByText('At least 8 characters (Not met)').waitFor();
    await field('New password').fill('olga-olga-olga');
    await dialog()
      .getByText(/^Not made of your name.*\(Not met\)$/)
      .waitFor();
    await field('New password').fill('calm-lantern-42');
    await field('Current password').fill('not it');
    await button('Save').click();
    await dialog().getByText('This is not your password.').waitFor();
    expect(await field('New password').inputValue()).toBe('calm-lantern-42');
    await field('Current password').fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByText('your other devices are signed out').waitFor();

    await other.evaluate(`localStorage.removeItem('logto:account-web:accessToken')`);
    await other.reload();
    await other.getByLabel('Email, phone or username').waitFor();
    other.complaints.length = 0; // Logto's client writes down that its token was refused.
    await page.reload();
    await row('Password').getByText('Set', { exact: true }).waitFor();
    await open('/sign-in', 'olga', { password: 'calm-lantern-42' });
  });

  it('can be changed by who has forgotten it, with a code instead', async () => {
    await open('/sign-in/password', 'ada');
    await button('I do not remember it').click();
    await field('New password').fill('windy-harbor-71');
    await button('Save').click();
    await dialog().getByRole('button', { name: 'Use another way' }).click();
    await dialog()
      .getByRole('button', { name: /a••@new\.example/ })
      .click();
    await button('Send code').click();
    await field('Code').waitFor();
    await page.keyboard.insertText(codeSentTo('ada@new.example'));
    await page.getByText(/Your password is changed/).waitFor();
  });
});

describe('an editor', () => {
  it('has an address, closes with the back button, and gives the focus back', async () => {
    await open('/sign-in', 'erin');
    await link('Change Email').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in/email');
    await field('New email').waitFor();
    await page.goBack();
    await dialog().waitFor({ state: 'hidden' });
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('Change Email');

    await page.goto('/sign-in/password');
    await field('New password').waitFor();
    await page.reload();
    await field('New password').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL('**/sign-in');
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toContain('Password');
  });

  it('that does not exist is a page that does not exist', async () => {
    await open('/sign-in', 'erin');
    await page.goto('/sign-in/fingerprint');
    await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  });
});

it('what the operator has closed is read-only with the reason, or not there', async () => {
  const closed = await startStack();
  Object.assign(closed.logto.state.accountCenter.fields ?? {}, { username: 'ReadOnly', phone: 'Off' });
  try {
    await open('/sign-in/username', 'ada', { at: closed });
    await row('Username').getByText('Read-only').waitFor();
    await page.getByText('managed by this site').waitFor();
    expect(await row('Phone').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
  } finally {
    await closed.stop();
  }
});
