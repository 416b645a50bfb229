import { demoPassword } from '@account/logto-dev';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, expect, it } from 'vitest';
import { signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

beforeEach(async () => {
  page = await stack.newPage();
  await page.goto('/');
  await signIn(page, 'ada', demoPassword);
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
});

const focused = () =>
  page.evaluate<string>(
    '(({ activeElement: it }) => it?.getAttribute("aria-label") ?? (it?.labels?.[0] ?? it)?.textContent ?? "")(document)',
  );

/** Goes on with the tab key until the focus is on something of that name. */
async function tabTo(name: string) {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused()).trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tab key does not lead to "${name}"`);
}

async function press(name: string) {
  await tabTo(name);
  await page.keyboard.press('Enter');
}

/** The question for the password has the focus when it opens. */
async function prove() {
  await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
  await expect.poll(focused).toBe('Password');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
}

const heading = (name: string) => page.getByRole('heading', { name });

it('an email is changed with nothing but the keyboard', async () => {
  await press('Sign-in');
  await heading('Sign-in').waitFor();
  await press('Change Email');
  await heading('Change your email').waitFor();
  await tabTo('New email');
  await page.keyboard.type('ada@keys.example');
  await page.keyboard.press('Enter');
  await prove();
  await page.getByRole('textbox', { name: 'Code' }).waitFor();
  const { code = '' } =
    stack.logto.state.inbox.findLast(({ address }) => address === 'ada@keys.example') ?? {};
  await expect.poll(focused).toBe('Code');
  await page.keyboard.type(code);
  await page.getByText('Your email is now ada@keys.example.').waitFor();
  await expect.poll(focused).toBe('Change Email');
});

it('a token is deleted with nothing but the keyboard', async () => {
  await press('Access tokens');
  await heading('Your tokens').waitFor();
  await press('Delete Laptop');
  await heading('Delete “Laptop”?').waitFor();
  await press('Delete token');
  await prove();
  await page.getByText('“Laptop” deleted.').waitFor();
});

it('two-step verification is turned on with nothing but the keyboard', async () => {
  await press('Two-step verification');
  await heading('Two-step verification is off').waitFor();
  await press('Set up: Authenticator app');
  await press('Continue');
  await prove();
  const key = await page.getByRole('group', { name: 'Key' }).textContent();
  const secret = Secret.fromBase32((key ?? '').replace(/\s/g, ''));
  await expect.poll(focused).toBe('Code of the app');
  await page.keyboard.type(new TOTP({ secret }).generate());
  await heading('Now save backup codes').waitFor();
  await page.keyboard.press('Escape');
  await heading('Two-step verification is on').waitFor();
});
