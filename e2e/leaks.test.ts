import { expect, it } from 'vitest';
import { findLeaks } from './leaks.ts';

const secrets = new Map([
  ['quiet river/58', 'password'],
  ['482913', 'code'],
  ['eyJhbGciOiJFUzM4NCJ9.eyJzdWIiOiJhIn0.c2ln', 'access token'],
]);
const [password, code, token] = secrets.keys();

it.each([
  ['log', `{"body":"password=${password}"}`, 'password'],
  ['log', '{"path":"/x?password=quiet%20river%2F58"}', 'password'],
  ['table account.journal', `(1,"{""code"": ""${code}""}")`, 'code'],
  ['address /trpc/email.finish', `http://localhost/trpc/email.finish?code=${code}`, 'code'],
  ['sessionStorage account:draft', `{"authorization":"Bearer ${token}"}`, 'access token'],
])('a secret in %s is told by place and kind, and not repeated', (place, text, kind) => {
  expect(findLeaks(secrets, [{ place, text }])).toEqual([`${kind} in ${place}`]);
});

it('a secret where it has to be is no leak, nor are digits of a longer number', () => {
  const spots = [
    { place: 'localStorage logto:account-web:accessToken', text: `{"x":"${token}"}` },
    { place: 'address /callback', text: `http://localhost/callback?code=${code}` },
    { place: 'log', text: `{"time":1774829131234,"ms":0.${code},"id":"a-${code}-b"}` },
  ];
  expect(findLeaks(secrets, spots)).toEqual([]);
});
