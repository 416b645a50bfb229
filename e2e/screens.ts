import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoPassword } from '@account/logto-dev';
import { signIn, startStack } from './stack.ts';

/** Writes a picture of every page, in every look, to `e2e/screens`. */
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
const stack = await startStack();
for (const [look, options] of Object.entries(looks)) {
  const page = await stack.newPage(options);
  await page.goto('/');
  await signIn(page, 'ada', demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: look.startsWith('phone') });
  }
  await stack.closePages();
}
await stack.stop();
