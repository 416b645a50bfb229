import { demoPassword } from '@account/logto-dev';
import type { WatchedPage } from './stack.ts';

/** Answers the question for the password that comes before a change. */
export async function confirmWithPassword(page: WatchedPage) {
  await page.getByRole('textbox', { name: 'Password' }).fill(demoPassword);
  await page.keyboard.press('Enter');
}
