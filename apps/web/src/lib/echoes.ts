import type { ActivityItem } from '@account/procedures/schemas';

const nearMs = 2 * 60_000;

/** A person signs in for the sake of an application: that it is signed in a moment later is no news. */
export function withoutEchoes(items: readonly ActivityItem[]) {
  return items.filter((item, index) => {
    const before = items[index + 1];
    const isEcho =
      item.event === 'app.signed-in' &&
      before?.event === 'sign-in.done' &&
      before.application?.id === item.application?.id &&
      item.at - before.at < nearMs;
    return !isEcho;
  });
}
