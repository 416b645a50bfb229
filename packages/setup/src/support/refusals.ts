import { type Problem, type ProblemCode, problemOf } from '@account/client';
import { reasonOf } from '../get.ts';
import { CliError } from '../io.ts';

const sentences: Partial<Record<ProblemCode, string>> = {
  SIGN_IN_REQUIRED: 'The server does not accept your access token, or you were signed out meanwhile.',
  STEP_UP_REQUIRED: 'Your sign-in is too long ago, or was not your own. Try again.',
  NOT_FOUND: 'There is nobody with that id, or they have nothing of that kind.',
  LAST_WAY_IN:
    'Nothing would let the person in afterwards. Add --leave-without-way-in to do it all the same.',
  NOT_AVAILABLE: 'The support does not act on accounts of its own.',
  ALREADY_LINKED: 'Somebody else has that account at the provider.',
  DELETION_VETOED: 'The product does not let this account be deleted now.',
};

/** What the server refused, or could not be asked, in a sentence; what nobody has foreseen as it is. */
export function explain(error: unknown): unknown {
  const cause = causeOf(error);
  if (cause instanceof CliError) return cause;
  const problem = problemOf(error);
  if (problem) return new CliError(`${sentenceOf(problem)} (request ${problem.requestId})`, { cause: error });
  const isNetwork = cause instanceof Error && 'code' in cause;
  return isNetwork
    ? new CliError(`The server does not answer (${reasonOf(cause)}).`, { cause: error })
    : error;
}

function sentenceOf({ code, scope, fields = [], retryAfterSeconds }: Problem): string {
  if (code === 'SCOPE_MISSING') return `You may not do this: none of your roles grants ${scope}.`;
  if (code === 'TOO_MANY_REQUESTS') return `Too often. Try again in ${retryAfterSeconds ?? 'some'} seconds.`;
  const wrong = fields.map((field) => `${field.path}: ${field.code}`).join(', ');
  return sentences[code] ?? `The server refused it: ${code}${wrong && ` (${wrong})`}.`;
}

/** Who calls the server wraps what goes wrong on the way. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && !(error instanceof CliError) && error.cause ? causeOf(error.cause) : error;
