import { expect, it } from 'vitest';
import { kindOf } from './identifier.ts';

it.each([
  ['ada@example.com', 'email'],
  ['+886 912-345-678', 'phone'],
  ['(02) 2345 6789', 'phone'],
  ['ada', 'username'],
  ['ada_1815', 'username'],
])('%s is read as: %s', (identifier, kind) => {
  expect(kindOf(identifier)).toBe(kind);
});
