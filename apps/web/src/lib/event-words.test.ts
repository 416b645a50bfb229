import { appRouter } from '@account/procedures';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { en } from '../locales/en/index.ts';

const Procedure = z.object({ meta: z.object({ journal: z.optional(z.string()) }) });

/** What is only begun is not listed; the journal hears of its end. */
const begun = /(started|code-sent)$/;

const journaled = Object.values(appRouter._def.procedures).flatMap((procedure) => {
  const { data } = Procedure.safeParse({ meta: 'meta' in procedure ? procedure.meta : undefined });
  return data?.meta.journal && !begun.test(data.meta.journal) ? [data.meta.journal] : [];
});

/** What Logto's log is turned into. */
const seenByLogto = {
  done: [
    'sign-in.done',
    'account.registered',
    'password.reset',
    'mfa.added',
    'app.signed-in',
    'app.signed-out',
    'token.exchanged',
  ],
  refused: ['sign-in.failed', 'password.reset-failed', 'token.exchanged'],
};

function sentence(outcome: 'done' | 'refused', event: string) {
  const [domain = '', name = ''] = event.split('.');
  const texts = z.record(z.string(), z.record(z.string(), z.string())).parse(en.activity.events[outcome]);
  return texts[domain]?.[name];
}

describe('every event has a sentence', () => {
  it.each([...new Set(journaled)])('%s, done and refused', (event) => {
    expect(sentence('done', event)).toBeTruthy();
    expect(sentence('refused', event)).toBeTruthy();
  });

  it.each(seenByLogto.done)('%s, done', (event) => {
    expect(sentence('done', event)).toBeTruthy();
  });

  it.each(seenByLogto.refused)('%s, refused', (event) => {
    expect(sentence('refused', event)).toBeTruthy();
  });

  it('and there are events to hold to this', () => {
    expect(journaled).toContain('token.created');
  });
});
