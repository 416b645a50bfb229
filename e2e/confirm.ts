import { demoPassword } from '@account/logto-dev';
import type { WatchedPage } from './stack.ts';

/** Answers the question for the password that comes before a change. */
export async function confirmWithPassword(page: WatchedPage) {
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
  await page.keyboard.press('Enter');
}

/** What the console said, without the refusals that the browser itself writes down. */
export function unexpected({ complaints }: WatchedPage) {
  return complaints.filter((text) => !/the server responded with a status of 4\d\d/.test(text));
}
