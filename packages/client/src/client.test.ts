import { demoPassword } from '@account/logto-dev';
import { appRouter } from '@account/procedures';
import { type Kit, startKit } from '@account/procedures/testing/kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccountClient, type StepUpQuestion } from './client.ts';
import { openCalls } from './links.ts';
import { isCancelled, problemOf } from './problems.ts';

let kit: Kit;
let token: string;
beforeAll(async () => {
  kit = await startKit();
  token = await kit.tokenOf('ada');
});
afterAll(() => kit.stop());

const connection = () => ({ url: kit.url, getAccessToken: () => token });
const draft = (name: string) => ({ name, expiresInDays: 7 });
const confirm = vi.fn(({ purpose, account }: StepUpQuestion) =>
  account.stepUp.finish.mutate({ method: 'password', password: demoPassword, purpose }),
);
const hasScope = (procedure: object) => 'meta' in procedure && Object.hasOwn(Object(procedure.meta), 'scope');
const refused = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a call that needs proof', () => {
  it('asks for it once, goes on by itself, and later calls carry the proof', async () => {
    const account = createAccountClient({ ...connection(), onStepUp: confirm });
    expect(await account.tokens.create.mutate(draft('one'))).toMatchObject({ name: 'one' });
    expect(await account.tokens.create.mutate(draft('two'))).toMatchObject({ name: 'two' });
    expect(confirm).toHaveBeenCalledOnce();
    expect(confirm).toHaveBeenCalledWith(expect.objectContaining({ purpose: 'change' }));
  });

  it('fails as taken back when the person does not want to give one', async () => {
    const account = createAccountClient({ ...connection(), onStepUp: async () => undefined });
    const error = await refused(account.tokens.create.mutate(draft('three')));
    expect(isCancelled(error)).toBe(true);
    expect(problemOf(error)).toBeUndefined();
  });

  it('fails with the purpose of the proof when nobody can be asked', async () => {
    const account = createAccountClient(connection());
    const error = await refused(account.tokens.create.mutate(draft('four')));
    expect(problemOf(error)).toMatchObject({ code: 'STEP_UP_REQUIRED', purpose: 'change' });
  });
});

it('a refusal names the field, and the request to quote to support', async () => {
  const account = createAccountClient(connection());
  const error = await refused(account.tokens.update.mutate({ name: 'one', newName: '' }));
  expect(problemOf(error)).toEqual({
    code: 'INPUT_INVALID',
    requestId: 'request',
    fields: [{ path: 'newName', code: 'REQUIRED' }],
  });
});

it('a refused access token is replaced once', async () => {
  const tokens = ['an.expired.token', token];
  const account = createAccountClient({
    url: kit.url,
    getAccessToken: () => tokens[0] ?? '',
    forgetAccessToken: () => void tokens.shift(),
  });
  expect(await account.account.overview.query()).toMatchObject({ name: 'Ada Lovelace' });
  tokens[0] = 'another.expired.token';
  expect(problemOf(await refused(account.account.overview.query()))?.code).toBe('SIGN_IN_REQUIRED');
});

it('no token goes with the calls that are open to strangers, and with no other it is left out', () => {
  const open = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) =>
    hasScope(procedure) ? [] : [path],
  );
  expect([...openCalls].sort()).toEqual(open.sort());
});
