import type { Session } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { groupDevices } from './group-devices.ts';

const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  signedInAt: 0,
  expiresAt: 1,
  browser: 'Firefox 145',
  system: 'Windows',
  device: 'desktop',
  place: {},
  network: null,
  apps: [],
  ...more,
});
const ids = (sessions: Session[]) =>
  groupDevices(sessions).map((group) => group.sessions.map(({ id }) => id));

describe('sessions', () => {
  it('of the same system and kind of device stand together, the newest first', () => {
    const phone = session('phone', { device: 'phone', system: 'iOS', signedInAt: 2 });
    expect(ids([session('old', { signedInAt: 1 }), phone, session('new', { signedInAt: 3 })])).toEqual([
      ['new', 'old'],
      ['phone'],
    ]);
  });

  it('of this device come first, however old', () => {
    const here = session('here', { system: 'macOS', isCurrent: true });
    const there = session('there', { signedInAt: 9, isCurrent: false });
    expect(ids([there, here])).toEqual([['here'], ['there']]);
  });

  it('of a phone and a computer of the same name stay apart', () => {
    const tablet = session('tablet', { device: 'tablet', system: 'Windows' });
    expect(ids([session('desk'), tablet])).toEqual([['desk'], ['tablet']]);
  });
});
