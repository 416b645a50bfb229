import { describe, expect, it } from 'vitest';
import { initials } from './avatar.tsx';

describe('the initials that stand in for a picture', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Ada Augusta King Lovelace', 'AL'],
    ['ada', 'A'],
    ['ada@harbor.example', 'A'],
    ['王小明', '小明'],
    ['Élodie Ørsted', 'ÉØ'],
    ['🦉 owl', '🦉O'],
    ['   ', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
