import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AppRouter } from '../../src/index.ts';
import { issueStepUp } from '../../src/policy/step-up.ts';
import { type Kit, problemOf, startKit } from '../kit.ts';
import { benId, type Changes, prepareChanges, redirectUri } from './changes.ts';

let kit: Kit;
let changes: Changes;
const servers: { process: ChildProcess; url: string }[] = [];

beforeAll(async () => {
  // It gives both a Logto and a database, and takes no calls of the attacks.
  kit = await startKit({ socialRedirectUris: [redirectUri] });
  changes = await prepareChanges(kit);
  servers.push(...(await Promise.all([startProcess(), startProcess()])));
});
afterAll(async () => {
  for (const { process } of servers) process.disconnect();
  await kit.stop();
});
beforeEach(() => changes.reset());

async function startProcess() {
  const script = new URL('./server-process.ts', import.meta.url);
  const child = fork(script, [kit.logto.endpoint, kit.databaseUrl, redirectUri], {
    execArgv: ['--import', 'tsx'],
  });
  const [url] = await once(child, 'message');
  return { process: child, url: String(url) };
}

/** The same person on each of the two processes. */
async function onBoth() {
  const stepUp = (await issueStepUp(kit.store, benId, 'change')).token;
  const headers = { authorization: `Bearer ${changes.token}`, 'x-step-up': stepUp };
  return servers.map(({ url }) => createTRPCClient<AppRouter>({ links: [httpLink({ url, headers })] }));
}

type Person = Awaited<ReturnType<typeof onBoth>>[number];

/** As many calls at both processes at once; how each of them ended. */
async function race(times: number, call: (person: Person) => Promise<unknown>) {
  const people = await onBoth();
  const calls = people.flatMap((person) => Array.from({ length: times }, () => call(person)));
  return Promise.all(
    calls.map((each) =>
      each.then(
        () => 'done',
        (error) => (error instanceof TRPCClientError ? error.message : 'lost'),
      ),
    ),
  );
}

const count = (outcomes: readonly string[], outcome: string) =>
  outcomes.filter((each) => each === outcome).length;

it('the two servers are two processes, and neither is this one', () => {
  const ids = servers.map(({ process }) => process.pid);
  expect(new Set([process.pid, ...ids]).size).toBe(3);
});

it('passwords guessed at both at once are ten in all', async () => {
  const wrong = { method: 'password', password: 'a guess' } as const;
  const outcomes = await race(12, (ben) => ben.stepUp.finish.mutate(wrong));
  expect([count(outcomes, 'INPUT_INVALID'), count(outcomes, 'TOO_MANY_REQUESTS')]).toEqual([10, 14]);
  // And the right one comes too late, wherever it is tried.
  for (const ben of await onBoth()) {
    const right = ben.stepUp.finish.mutate({ method: 'password', password: demoPassword });
    expect(await problemOf(right)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  }
});

it('passwords guessed at both at once by a stranger, for whom nothing waits in line, are ten in all', async () => {
  const wrong = { identifier: 'olga', password: 'a guess' };
  const outcomes = await race(15, (stranger) => stranger.lifecycle.finishWithPassword.mutate(wrong));
  expect([count(outcomes, 'INPUT_INVALID'), count(outcomes, 'TOO_MANY_REQUESTS')]).toEqual([10, 20]);
});

it('codes guessed at both at once are ten in all', async () => {
  const [ben] = await onBoth();
  const sent = await ben?.email.start.mutate({ email: 'ben@new.example' });
  const wrong = { flow: sent?.flow ?? '', code: 'no code' };
  const outcomes = await race(12, (person) => person.email.finish.mutate(wrong));
  expect([count(outcomes, 'INPUT_INVALID'), count(outcomes, 'TOO_MANY_REQUESTS')]).toEqual([10, 14]);
});

it('codes that one person has sent by both are five in all', async () => {
  let number = 0;
  const outcomes = await race(8, (ben) => {
    number += 1;
    return ben.email.start.mutate({ email: `ben${number}@new.example` });
  });
  expect([count(outcomes, 'done'), count(outcomes, 'TOO_MANY_REQUESTS')]).toEqual([5, 11]);
});

it('the state of a social link is good once', async () => {
  const [ben] = await onBoth();
  const connectors = [...kit.logto.state.connectors.values()];
  const { id = '' } = connectors.find(({ connectorId }) => connectorId === 'mock-social-connector') ?? {};
  const { state = '' } = (await ben?.social.start.mutate({ connectorId: id, redirectUri })) ?? {};
  const callback = { code: 'c', userId: 'ben-there' };
  const outcomes = await race(4, (person) => person.social.finish.mutate({ state, callback }));
  expect([count(outcomes, 'done'), count(outcomes, 'FLOW_EXPIRED')]).toEqual([1, 7]);
});

it('a fresh sign-in proves once who the person is', async () => {
  const { idToken } = await signInByCodeFlow(kit.logto.endpoint, {
    identifier: 'ben',
    password: demoPassword,
    extra: { max_age: '0' },
  });
  const proof = { method: 'reauthenticate', idToken } as const;
  const outcomes = await race(4, (ben) => ben.stepUp.finish.mutate(proof));
  expect([count(outcomes, 'done'), count(outcomes, 'STEP_UP_REQUIRED')]).toEqual([1, 7]);
});
