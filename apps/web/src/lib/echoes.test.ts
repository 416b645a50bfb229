import type { ActivityItem } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { withoutEchoes } from './echoes.ts';

const minute = 60_000;
const item = (event: string, at: number, app = 'settings'): ActivityItem => ({
  id: `${event}-${at}`,
  at,
  source: 'sign-in',
  event,
  outcome: 'done',
  by: 'you',
  device: null,
  network: null,
  place: null,
  application: { id: app, name: app },
  details: {},
});
const shown = (...items: ActivityItem[]) => withoutEchoes(items).map(({ event }) => event);

describe('an app that signed in', () => {
  it('is no news right after the sign-in that was for it', () => {
    expect(shown(item('app.signed-in', minute), item('sign-in.done', 0))).toEqual(['sign-in.done']);
  });

  it('is told when the sign-in was for another one, or long before', () => {
    expect(shown(item('app.signed-in', minute, 'shop'), item('sign-in.done', 0))).toHaveLength(2);
    expect(shown(item('app.signed-in', 60 * minute), item('sign-in.done', 0))).toHaveLength(2);
  });
});
