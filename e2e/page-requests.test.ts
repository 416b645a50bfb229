import { demoPassword } from '@account/logto-dev';
import { expect, it } from 'vitest';
import { signIn } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();

it.each(['/', '/profile', '/sign-in', '/two-step', '/devices'])(
  'all that %s shows comes with one request',
  async (path) => {
    const page = await stack.newPage();
    await page.goto(path);
    await signIn(page, 'ada', demoPassword);
    await page.waitForURL(`**${path}`);
    await page.waitForLoadState('networkidle');

    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/trpc/')) asked.push(pathname);
    });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([expect.stringContaining('account.overview,')]);
  },
);

it.each([
  { path: '/tokens', file: 'tokens-page' },
  { path: '/account/sessions', file: 'devices-page' },
])('the code of $path and the texts come while the app is still on its way', async ({ path, file }) => {
  const page = await stack.newPage();
  const asked = Promise.all(
    [file, 'en'].map((name) => page.waitForRequest(new RegExp(`/assets/${name}-[^/]+\\.js$`))),
  );
  await page.route('**/assets/index-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(path);
  await page.getByLabel('Password').waitFor();
});
