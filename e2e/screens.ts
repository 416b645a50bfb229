import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoPassword } from '@account/logto-dev';
import type { Page } from 'playwright-core';
import { signIn, startStack } from './stack.ts';

/** Writes a picture of every page and of the dialogs that matter, in every look, to `e2e/screens`. */
const folder = fileURLToPath(new URL('screens', import.meta.url));
const pages = {
  overview: '/',
  profile: '/profile',
  organizations: '/organizations',
  social: '/social',
  devices: '/devices',
  apps: '/apps',
  tokens: '/tokens',
  activity: '/activity',
  account: '/account',
  return: '/return',
  'sign-in': '/sign-in',
  'sign-in-password': '/sign-in/password',
  'two-step': '/two-step',
  'two-step-app': '/two-step/app',
  'not-found': '/nothing-here',
};

type Step = (page: Page) => Promise<unknown>;
// Found by what they are: their names are in another language in every look.
const enter =
  (type: string, text: string): Step =>
  async (page) => {
    await page.locator(`dialog input[type=${type}]:visible`).fill(text);
    await page.keyboard.press('Enter');
  };
const press =
  (button: string): Step =>
  (page) =>
    page.locator(`${button}:visible`).last().click();
const goOn = press('dialog button');
const confirm = enter('password', demoPassword);
const newEmail = enter('email', 'ada@lovelace.example');

/** Where each begins, and what leads to it there. */
const dialogs: Record<string, [path: string, ...steps: Step[]]> = {
  email: ['/sign-in/email'],
  'email-code': ['/sign-in/email', newEmail, confirm],
  phone: ['/sign-in/phone'],
  'step-up': ['/sign-in/email', newEmail],
  'step-up-ways': ['/sign-in/email', newEmail, press('[data-over] form button:first-of-type')],
  'two-step-qr': ['/two-step/app', goOn, confirm],
  'two-step-removal': ['/two-step', press('main li button')],
  'two-step-codes': ['/two-step/codes', goOn, confirm],
  'token-new': ['/tokens', press('main section > div button')],
  'token-created': ['/tokens', press('main section > div button'), enter('text', 'Deploy'), confirm],
  'token-removal': ['/tokens', press('main li button')],
  'device-out': ['/devices', press('main li li button')],
  'account-delete': ['/account', press('main li button')],
};

const desktop = { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const looks = {
  light: { ...desktop, colorScheme: 'light' as const },
  dark: { ...desktop, colorScheme: 'dark' as const },
  phone: { ...phone, colorScheme: 'light' as const },
  'phone-dark': { ...phone, colorScheme: 'dark' as const },
  'zh-TW': { ...desktop, locale: 'zh-TW', colorScheme: 'light' as const },
  ar: { ...desktop, locale: 'ar', colorScheme: 'light' as const },
  'ar-phone': { ...phone, locale: 'ar', colorScheme: 'dark' as const },
};

await mkdir(folder, { recursive: true });
for (const [look, options] of Object.entries(looks)) {
  // Of its own: what one look has changed, and how often it has confirmed, is nothing to the next.
  const stack = await startStack();
  stack.logto.state.users.get('adalovelace0')?.mfaVerifications.push({
    id: 'passkey',
    type: 'WebAuthn',
    name: 'Laptop',
    createdAt: new Date().toISOString(),
  });
  const page = await stack.newPage(options);
  const picture = async (name: string, fullPage = false) => {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage });
  };
  await page.goto('/');
  await signIn(page, 'ada', demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture(name, look.startsWith('phone'));
  }
  for (const [name, [path, ...steps]] of Object.entries(dialogs)) {
    await page.goto(path);
    for (const step of steps) await step(page);
    await page.locator('dialog h2').first().waitFor();
    await picture(name);
  }
  await stack.stop();
}
