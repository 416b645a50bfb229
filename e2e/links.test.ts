import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack({ ACCOUNT_REDIRECT_ORIGINS: 'https://app.example.com' });
let page: WatchedPage;

async function follow(path: string, parameters: Record<string, string>, person = 'ada') {
  page = await stack.newPage();
  await page.route('https://app.example.com/**', (route) => route.fulfill({ body: 'The product' }));
  await page.goto(`${path}?${new URLSearchParams(parameters)}`);
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const wayBack = () => page.getByRole('link', { name: 'Back to app.example.com' });

describe('a person whom a product has sent here', () => {
  it('finds what is to be typed, confirms, is told that it is done, and goes back', async () => {
    await follow('/sign-in/email', {
      redirect: 'https://app.example.com/x?y=1',
      show_success: 'true',
      identifier: 'ada@new.example',
    });
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'New email' }).inputValue()).toBe('ada@new.example');
    expect(page.url()).toBe(`${stack.url}/sign-in/email`);
    await button('Continue').click();
    await confirmWithPassword(page);
    await page.getByLabel('Code').waitFor();
    const { inbox } = stack.logto.state;
    const { code = '' } = inbox.findLast(({ address }) => address === 'ada@new.example') ?? {};
    await page.getByLabel('Code').fill(code);
    await page.getByRole('dialog', { name: 'Done' }).waitFor();
    await button('Back to app.example.com').click();
    await page.waitForURL('https://app.example.com/x?y=1');
  });

  it('is sent back at once when the product does not want them to be told', async () => {
    await follow('/sign-in/username', { redirect: 'https://app.example.com/', identifier: 'olga2' }, 'olga');
    await button('Save').click();
    await confirmWithPassword(page);
    await page.waitForURL('https://app.example.com/');
  });

  it('gets there by the address that Logto gives the setting, with all that the link says', async () => {
    await follow(
      '/account/username',
      { redirect: 'https://app.example.com/', identifier: 'ben2', ui_locales: 'de' },
      'ben',
    );
    await page.waitForURL(`${stack.url}/sign-in/username?ui_locales=de`);
    expect(await page.getByRole('textbox', { name: 'Nutzername' }).inputValue()).toBe('ben2');
    await button('Speichern').click();
    await page.getByRole('textbox', { name: 'Passwort' }).fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL('https://app.example.com/');
    await page.goto('/account');
    await page.getByRole('heading', { level: 1, name: 'Daten und Konto' }).waitFor();
    await page.goto('/account/nothing');
    await page.getByRole('heading', { level: 1, name: 'Seite nicht gefunden' }).waitFor();
  });

  it('can turn back at any time, or stay and see no more of it', async () => {
    await follow('/profile', { redirect: 'https://app.example.com/' });
    await button('Dismiss').click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await wayBack().count()).toBe(0);
    await page.goto('/tokens?redirect=https%3A%2F%2Fapp.example.com%2Fback');
    await wayBack().click();
    await page.waitForURL('https://app.example.com/back');
  });

  it('is never sent to a site that the operator does not know', async () => {
    await follow('/profile', { redirect: 'https://app.example.com.evil' });
    for (const redirect of [
      '//evil.example',
      'javascript:document.title="owned"',
      'https://app.example.com@evil.example',
      'blob:https://app.example.com/x',
    ]) {
      await page.goto(`/profile?redirect=${encodeURIComponent(redirect)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('link', { name: 'Back to' }).count(), redirect).toBe(0);
    }
    // Nor by what another script of this site could have left behind.
    const errand = {
      path: '/profile',
      redirect: 'https://evil.example',
      showSuccess: false,
      identifier: null,
      isDone: true,
    };
    await page.evaluate(
      `sessionStorage.setItem('account:errand', ${JSON.stringify(JSON.stringify(errand))})`,
    );
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('evil.example').count()).toBe(0);
  });
});
