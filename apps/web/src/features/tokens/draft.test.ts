import type { TokenList } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { check, type Draft } from './draft.ts';

const now = new Date(2026, 5, 1, 12).getTime();
const list: TokenList = {
  tokens: [{ name: 'Backup script', createdAt: 0, expiresAt: null, isExpired: false }],
  presetsDays: [7, 30],
  maxDays: null,
  maxTokens: 50,
};
const draft = (changed: Partial<Draft> = {}): Draft => ({
  name: 'Laptop',
  lifetime: { choice: '30', day: '' },
  ...changed,
});
const errorsOf = (changed: Partial<Draft>) => check(draft(changed), list, now).errors;

describe('a new token', () => {
  it('that is all right can be sent', () => {
    expect(check(draft(), list, now).data).toEqual({ name: 'Laptop', expiresInDays: 30 });
  });

  it('needs a name', () => {
    expect(errorsOf({ name: '  ' })).toEqual([{ path: 'name', code: 'REQUIRED' }]);
  });

  it('needs a name that no other token has, in whatever letters', () => {
    expect(errorsOf({ name: ' backup  SCRIPT' })).toEqual([{ path: 'name', code: 'TAKEN' }]);
  });

  it.each([
    ['', 'REQUIRED'],
    ['2026-06-01', 'IN_THE_PAST'],
    ['2020-01-01', 'IN_THE_PAST'],
    ['2999-01-01', 'TOO_FAR_AHEAD'],
  ])('cannot last until the day "%s": %s', (day, code) => {
    expect(errorsOf({ lifetime: { choice: 'day', day } })).toEqual([{ path: 'expiresInDays', code }]);
  });
});
