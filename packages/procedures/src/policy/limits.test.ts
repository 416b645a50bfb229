import { expect, it } from 'vitest';
import { networkOf } from './limits.ts';

it.each([
  ['203.0.113.7', '203.0.113.8', false],
  ['::ffff:203.0.113.7', '203.0.113.7', true],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  [undefined, 'nonsense', true],
])('%s and %s ask from one network: %s', (one, another, isOne) => {
  expect(networkOf(one) === networkOf(another)).toBe(isOne);
});
