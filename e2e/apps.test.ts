import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto('/apps');
  await signIn(page, 'ada', demoPassword);
  await page.getByRole('heading', { name: 'Connected apps' }).waitFor();
}

const printShop = 'Paper & Co. Print shop';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const grants = () =>
  [...stack.logto.state.oidc.values()].filter(
    ({ kind, payload }) => kind === 'Grant' && payload.clientId === 'print-shop',
  );

describe('a connected app', () => {
  it('of another company says since when, and leads to what it promises', async () => {
    await open();
    const app = page.getByRole('listitem', { name: printShop });
    await app.getByText(/^Connected .* ago$/).waitFor();
    expect(await app.getByRole('link', { name: `Privacy of ${printShop}` }).getAttribute('href')).toBe(
      'https://print.example/privacy',
    );
  });

  it('is removed after a question that does not promise too much', async () => {
    await open();
    await button(`Remove ${printShop}`).click();
    await page.getByText('may go on working for a while').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).dblclick();
    await confirmWithPassword(page);
    await page.getByText(`${printShop} is removed.`).waitFor();
    expect(grants()).toEqual([]);
    await page.reload();
    await page.getByText('You are here').waitFor();
    expect(await page.getByText(printShop).count()).toBe(0);
  });

  it('that the person is looking at has no button to remove it: that is to sign out', async () => {
    await open();
    const here = page.getByRole('listitem').filter({ hasText: 'You are here' });
    await here.waitFor();
    expect(await here.getByRole('button').count()).toBe(0);
  });
});
