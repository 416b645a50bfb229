import { describe, expect, it } from 'vitest';
import { callbackOf } from './finish-link.ts';

describe('the answer of a provider', () => {
  it('is handed on as it came, to the letter', () => {
    expect(callbackOf('?state=s1&code=4%2F0Ab-_c%2Bd&id=0012345678901234567890')).toEqual({
      state: 's1',
      code: '4/0Ab-_c+d',
      id: '0012345678901234567890',
    });
  });

  it('loses what is no name of a parameter', () => {
    expect(callbackOf('?code=1&__proto__=2&%20=3&a%5Bb%5D=4')).toEqual({ code: '1' });
  });
});
