import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Stack, startStack } from './stack.ts';

/**
 * A stack for all journeys of a file. After each of them its pages are closed, and it fails when the console of one
 * said something against it. It is there from the first hook or journey on.
 */
export function useStack(variables: Record<string, string> = {}): Stack {
  let started: Awaited<ReturnType<typeof startStack>> | undefined;
  const current = () => {
    if (!started) throw new Error('The stack starts before the first hook or journey');
    return started;
  };
  beforeAll(async () => {
    started = await startStack(variables);
  });
  // A journey through all pages leaves all of them to examine.
  afterEach(() => current().closePages(), 240_000);
  afterAll(() => started?.stop());
  return {
    get logto() {
      return current().logto;
    },
    get url() {
      return current().url;
    },
    tellOfChange: (personId) => current().tellOfChange(personId),
    newPage: (options) => current().newPage(options),
    closePages: () => current().closePages(),
  };
}
