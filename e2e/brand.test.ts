import { demoPassword } from '@account/logto-dev';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack({ ACCOUNT_PRODUCT_NAME: 'Harbor & <Sons>' });
let page: WatchedPage;

beforeAll(() => {
  const { endpoint, state } = stack.logto;
  Object.assign(state.signInExperience, {
    // Yellow on white and navy on black: nobody could read either.
    color: { primaryColor: '#FFD400', isDarkModeEnabled: true, darkPrimaryColor: '#0A0A5E' },
    branding: { logoUrl: `${endpoint}/dev/gone.svg`, darkLogoUrl: `${endpoint}/dev/logos/brand-dark.svg` },
    customCss: 'body { display: none }',
    termsOfUseUrl: 'javascript:alert(1)',
  });
});

async function open(path: string, colorScheme: 'light' | 'dark') {
  page = await stack.newPage({ colorScheme });
  await page.goto(path);
}

const color = (of: string) =>
  page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue('--color-${of}')`);

describe("the site's brand", () => {
  it.each([
    ['light', '#816a00', '#ffffff'],
    ['dark', '#718ee9', '#ffffff'],
  ] as const)(
    'is there before any script has run, legible, in the %s theme',
    async (theme, accent, letters) => {
      page = await stack.newPage({ colorScheme: theme });
      await page.route('**/assets/*.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
      await page.goto('/return');
      expect(await page.title()).toBe('Harbor & <Sons>');
      expect(await color('accent')).toBe(accent);
      expect(await color('on-accent')).toBe(letters);
    },
  );

  it('follows the theme that the person chose over that of the system', async () => {
    await open('/return', 'light');
    const light = await color('accent');
    await page.evaluate(`localStorage.setItem('account:theme', 'dark')`);
    await page.reload();
    expect(await color('accent')).not.toBe(light);
  });

  it('greets people before they sign in and stays when they have, legible in the dark', async () => {
    await open('/return', 'dark');
    const logo = page.locator('main img:visible');
    await logo.waitFor();
    await expect
      .poll(() => page.evaluate(`[...document.querySelectorAll('main img')].at(-1).naturalWidth`))
      .toBeGreaterThan(0);
    expect(await page.title()).toBe('Come back · Harbor & <Sons>');
    expect(await page.getByRole('link', { name: 'Privacy' }).getAttribute('href')).toBe(
      'https://harbor.example/privacy',
    );
    await page.goto('/sign-in');
    await signIn(page, 'ada', demoPassword);
    await page.getByRole('link', { name: 'Harbor & <Sons>' }).waitFor();
    expect(await page.getByRole('contentinfo').getByRole('link').allInnerTexts()).toEqual([
      'Help',
      'Privacy',
    ]);
  });

  it('falls back to our own sign when the picture does not load, never to that of the other theme', async () => {
    await open('/sign-in', 'light');
    await signIn(page, 'ada', demoPassword);
    const home = page.getByRole('banner').getByRole('link', { name: 'Harbor & <Sons>' });
    await home.locator('rect').waitFor();
    expect(await home.locator('img:visible').count()).toBe(0);
  });
});
