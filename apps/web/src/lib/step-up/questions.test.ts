import { isCancelled } from '@account/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { createQuestions, type Questions } from './questions.ts';

const proof = { token: 'c1', expiresAt: Date.now() + 60_000 };
let questions: Questions;
beforeEach(() => {
  questions = createQuestions();
});

describe('a question', () => {
  it('is closed once it is answered', async () => {
    const answered = questions.ask('change');
    expect(questions.open.get()?.purpose).toBe('change');
    questions.open.get()?.answer(proof);
    expect(await answered).toEqual(proof);
    expect(questions.open.get()).toBeNull();
  });

  it('is closed once the person does not want to answer', async () => {
    const answered = questions.ask('change');
    questions.open.get()?.cancel();
    await expect(answered).rejects.toSatisfy(isCancelled);
    expect(questions.open.get()).toBeNull();
  });

  it('takes the place of the one before: two would be two dialogs', async () => {
    const first = questions.ask('change');
    const second = questions.ask('delete');
    await expect(first).rejects.toSatisfy(isCancelled);
    expect(questions.open.get()?.purpose).toBe('delete');
    questions.open.get()?.answer(proof);
    expect(await second).toEqual(proof);
  });
});
