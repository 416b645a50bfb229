import type { AppRouter } from '@account/procedures';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { expect, it } from 'vitest';
import { createAfterChange } from './after-change.ts';

function setUp({ fails = false, changedElsewhere = false } = {}) {
  const clock = { now: 0 };
  const afterChange = createAfterChange({ changedElsewhere, now: () => clock.now });
  const server: TRPCLink<AppRouter> = () => () =>
    observable((observer) => {
      if (fails) return observer.error(TRPCClientError.from(new Error('No answer')));
      observer.next({ result: { type: 'data', data: {} } });
      observer.complete();
    });
  return { clock, afterChange, client: createTRPCClient<AppRouter>({ links: [afterChange.link, server] }) };
}

it('asks for how things are now after a change, for as long as a server may remember', async () => {
  const { clock, afterChange, client } = setUp();
  await client.account.overview.query();
  expect(afterChange.headers()).toEqual({});
  await client.username.update.mutate({ username: 'ada' });
  expect(afterChange.headers()).toEqual({ 'cache-control': 'no-cache' });
  clock.now = 5_000;
  expect(afterChange.headers()).toEqual({});
});

it('does so after a change that got no answer, because it may have been made', async () => {
  const { afterChange, client } = setUp({ fails: true });
  await client.username.update.mutate({ username: 'ada' }).catch(() => undefined);
  expect(afterChange.headers()).toEqual({ 'cache-control': 'no-cache' });
});

it('does so from the start for somebody who comes from a page that changes accounts', () => {
  const { clock, afterChange } = setUp({ changedElsewhere: true });
  expect(afterChange.headers()).toEqual({ 'cache-control': 'no-cache' });
  clock.now = 5_000;
  expect(afterChange.headers()).toEqual({});
});
