import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

async function open(person: string, options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto('/organizations');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { name: 'Organizations' }).waitFor();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const members = () =>
  [...stack.logto.state.organizations.values()].flatMap(({ members }) => [...members.keys()]);

describe('a member', () => {
  it('who thinks better of it stays one', async () => {
    await open('olga');
    await button('Leave Acme Studio').click();
    await page.getByText('You lose your role: member.').waitFor();
    await button('Cancel').click();
    await expect
      .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'))
      .toBe('Leave Acme Studio');
    expect(members()).toEqual(['olgalad00000']);
  });

  it('leaves after a question that says what is lost', async () => {
    await open('olga');
    await button('Leave Acme Studio').click();
    await page.getByText('You cannot come back by yourself').waitFor();
    await button('Leave').click();
    await confirmWithPassword(page);
    await page.getByText('You have left Acme Studio.').waitFor();
    await page.getByRole('heading', { name: 'You belong to no organization' }).waitFor();
    expect(members()).toEqual([]);
  });
});

it('a person without an organization is told what the page is for', async () => {
  await open('ben');
  await page.getByText('When a team or a company adds you, it appears here').waitFor();
});
