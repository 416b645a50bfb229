import type { AppRouter } from '@account/procedures';
import type { StepUpProof, StepUpPurpose } from '@account/procedures/schemas';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { beforeEach, describe, expect, it } from 'vitest';
import { CancelledError, isCancelled, problemOf } from './problems.ts';
import { createProofs, type Proofs } from './proofs.ts';
import { contextKey, stepUpLink } from './step-up-link.ts';

/** The proof that the server believes, and those that calls came with. */
const good = 'c1';
let came: unknown[];
let proofs: Proofs;
/** What the person is asked, and how they may answer. */
let question: {
  purpose: StepUpPurpose;
  answer: (proof: StepUpProof) => void;
  fail: (reason: unknown) => void;
};
let questions: number;
let client: ReturnType<typeof createTRPCClient<AppRouter>>;

const refusal = (purpose?: 'change') =>
  TRPCClientError.from({
    error: {
      code: -32603,
      message: 'STEP_UP_REQUIRED',
      data: { problem: { code: 'STEP_UP_REQUIRED', requestId: 'r', ...(purpose && { purpose }) } },
    },
  });

const server: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      const token = op.context[contextKey];
      came.push(token);
      if (op.path === 'stepUp.finish') return observer.error(refusal());
      if (token !== good) return observer.error(refusal('change'));
      observer.next({ result: { data: 'done' } });
      observer.complete();
    });

const answer = (token: string, ttlMs = 60_000) => question.answer({ token, expiresAt: Date.now() + ttlMs });
const call = () => client.username.remove.mutate();
const asked = () => expect.poll(() => questions === 1 && question.purpose);
const ask = (purpose: StepUpPurpose) =>
  new Promise<StepUpProof>((answer, fail) => {
    questions += 1;
    question = { purpose, answer, fail };
  });

beforeEach(() => {
  came = [];
  questions = 0;
  proofs = createProofs(ask);
  client = createTRPCClient<AppRouter>({ links: [stepUpLink(proofs), server] });
});

describe('a call that needs a proof', () => {
  it('waits for the person, goes on by itself, and later calls need not ask', async () => {
    const done = call();
    await asked().toBe('change');
    answer('c1');
    expect(await done).toBe('done');
    expect(await call()).toBe('done');
    expect(came).toEqual([undefined, 'c1', 'c1']);
    expect(questions).toBe(1);
  });

  it('shares the question with the calls beside it', async () => {
    const both = Promise.all([call(), call()]);
    await asked().toBe('change');
    answer('c1');
    expect(await both).toEqual(['done', 'done']);
    expect(came).toEqual([undefined, undefined, 'c1', 'c1']);
    expect(questions).toBe(1);
  });

  it('is made again once and no more', async () => {
    const done = call();
    await asked().toBe('change');
    answer('not good either');
    await expect(done).rejects.toSatisfy((error) => problemOf(error)?.code === 'STEP_UP_REQUIRED');
    expect(came).toHaveLength(2);
    expect(proofs.hold('change')).toBeUndefined();
  });

  it('fails quietly when the person does not want to', async () => {
    const done = call();
    await asked().toBe('change');
    question.fail(new CancelledError('no'));
    await expect(done).rejects.toSatisfy(isCancelled);
  });

  it('fails with the reason when the person cannot be asked', async () => {
    const done = call();
    await asked().toBe('change');
    question.fail(new TypeError('no network'));
    await expect(done).rejects.toSatisfy((error) => !isCancelled(error) && String(error).includes('network'));
  });
});

describe('a proof', () => {
  it('is dropped when the server has withdrawn it, and asked for anew', async () => {
    proofs.keep('change', { token: 'c0', expiresAt: Date.now() + 60_000 });
    const done = call();
    await asked().toBe('change');
    answer('c1');
    expect(await done).toBe('done');
    expect(came).toEqual(['c0', 'c1']);
  });

  it('is not held longer than it counts', async () => {
    proofs.keep('change', { token: 'c1', expiresAt: Date.now() - 1 });
    const done = call();
    await asked().toBe('change');
    expect(came).toEqual([undefined]);
    answer('c1');
    await done;
  });

  it('for changes is none for the deletion, which asks for its own', async () => {
    proofs.keep('change', { token: 'c1', expiresAt: Date.now() + 60_000 });
    const refused = proofs.obtain('delete');
    await asked().toBe('delete');
    answer('d1');
    expect(await refused).toBe('d1');
    expect(proofs.hold('change')).toBe('c1');
  });

  it('is forgotten with the sign-in', () => {
    proofs.keep('delete', { token: 'd1', expiresAt: Date.now() + 60_000 });
    proofs.forget();
    expect(proofs.hold('delete')).toBeUndefined();
  });
});

it('a refused proof is an answer, not a reason to ask for another', async () => {
  const done = client.stepUp.finish.mutate({ method: 'password', password: 'x' });
  await expect(done).rejects.toSatisfy((error) => problemOf(error)?.code === 'STEP_UP_REQUIRED');
  expect(questions).toBe(0);
});
