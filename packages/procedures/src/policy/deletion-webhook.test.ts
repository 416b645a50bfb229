import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWebhook } from '../../test/webhook.ts';
import { askBeforeDelete } from './deletion-webhook.ts';

const ben = 'benfranklin0';

let webhook: Awaited<ReturnType<typeof startWebhook>>;
beforeEach(async () => {
  webhook = await startWebhook();
});
afterEach(() => webhook.close());

it('a product is asked twice when it does not answer, and then later', async () => {
  webhook.answer('never');
  const question = askBeforeDelete(webhook, { personId: ben, id: 'one' }, 100);
  await expect(question).rejects.toThrow('timeout');
  expect(webhook.deletionIds()).toEqual(['one', 'one']);
});

it('a question is not followed to another address', async () => {
  webhook.answer(307);
  await expect(askBeforeDelete(webhook, { personId: ben, id: 'one' })).rejects.toThrow();
  expect(new Set(webhook.asked.map(({ path }) => path))).toEqual(new Set(['/before-delete']));
});
