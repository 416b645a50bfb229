import type { ActivityItem } from '@account/procedures/schemas';

const nearMs = 2 * 60_000;

/**
 * Leaves out what is part of something else. A person signs in for the sake of an application: that it is signed in a
 * moment later is no news. And who confirms that it is them does so for the change that comes next.
 */
export function withoutEchoes(items: readonly ActivityItem[]) {
  return items.filter((item, index) => {
    const before = items[index + 1];
    const after = items[index - 1];
    const isForAChange =
      item.event === 'step-up.finished' &&
      item.outcome === 'done' &&
      after?.source === 'account' &&
      after.at - item.at < nearMs;
    const isForAnApp =
      item.event === 'app.signed-in' &&
      before?.event === 'sign-in.done' &&
      before.application?.id === item.application?.id &&
      item.at - before.at < nearMs;
    return !isForAChange && !isForAnApp;
  });
}
