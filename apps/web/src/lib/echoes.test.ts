import type { ActivityItem } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { withoutEchoes } from './echoes.ts';

const minute = 60_000;
const item = (
  event: string,
  at: number,
  { app = 'settings', source = 'sign-in' as ActivityItem['source'] } = {},
): ActivityItem => ({
  id: `${event}-${at}`,
  at,
  source,
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
    expect(shown(item('app.signed-in', minute, { app: 'shop' }), item('sign-in.done', 0))).toHaveLength(2);
    expect(shown(item('app.signed-in', 60 * minute), item('sign-in.done', 0))).toHaveLength(2);
  });
});

describe('a confirmation that it is you', () => {
  const here = { source: 'account' as const };
  const confirmed = item('step-up.finished', 0, here);

  it('is no news beside the change that it was for', () => {
    expect(shown(item('token.created', minute, here), confirmed)).toEqual(['token.created']);
  });

  it('is told when no change came of it', () => {
    expect(shown(confirmed)).toHaveLength(1);
    expect(shown(item('sign-in.done', minute), confirmed)).toHaveLength(2);
    expect(shown(item('token.created', 60 * minute, here), confirmed)).toHaveLength(2);
  });

  it('is told when it was refused', () => {
    const refused = { ...confirmed, outcome: 'refused' as const };
    expect(shown(item('token.created', minute, here), refused)).toHaveLength(2);
  });
});
