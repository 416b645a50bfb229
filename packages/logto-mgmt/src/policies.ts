import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  ExponentialBackoff,
  handleWhen,
  type IBackoff,
  type IRetryBackoffContext,
  type RetryPolicy,
  retry,
} from 'cockatiel';
import { type Answer, LogtoError } from './errors.ts';

/** Numbers that only tests change. */
export type Tuning = {
  /** Sends after the first one. */
  retries: number;
  /** First and longest wait between two sends, before jitter. */
  backoffMs: { first: number; longest: number };
  /** A longer `Retry-After` is not waited for: the caller gets the error and decides. */
  longestRetryAfterMs: number;
  /** Faults in a row after which nothing is sent for `openMs`. */
  breaker: { faults: number; openMs: number };
  /** Milliseconds on a clock that never goes back. */
  now: () => number;
};

export const defaultTuning: Tuning = {
  retries: 2,
  backoffMs: { first: 100, longest: 1_000 },
  longestRetryAfterMs: 5_000,
  breaker: { faults: 5, openMs: 5_000 },
  now: () => performance.now(),
};

const retryAfterMs = (error: unknown): number =>
  error instanceof LogtoError ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;

/**
 * Repeats what may be repeated: a repeatable call after any passing fault, every other call only when nothing
 * had been sent.
 */
export const createRetry = (repeatable: boolean, tuning: Tuning): RetryPolicy => {
  const worthRepeating = (error: Error) =>
    error instanceof LogtoError &&
    error.code !== 'network.circuit_open' &&
    (error.code === 'network.unreachable' || (repeatable && error.retryable)) &&
    retryAfterMs(error) <= tuning.longestRetryAfterMs;

  const jittered = new ExponentialBackoff({
    initialDelay: tuning.backoffMs.first,
    maxDelay: tuning.backoffMs.longest,
  });
  const backoff = new DelegateBackoff<IRetryBackoffContext<unknown>, IBackoff<unknown>>((context, state) => {
    const next = state ? state.next(context) : jittered.next();
    const asked = 'error' in context.result ? retryAfterMs(context.result.error) : 0;
    return { delay: Math.max(next.duration, asked), state: next };
  });

  // The timer of the whole call keeps the process alive; a wait that outlives its call must not.
  return retry(handleWhen(worthRepeating), { maxAttempts: tuning.retries, backoff }).dangerouslyUnref();
};

/**
 * Opens on signs that Logto as a whole is away: no answer, or a gateway that cannot reach it. A plain 500 does
 * not count, because a single damaged account can answer 500 for ever and must not lock out everybody else.
 */
export const createBreaker = ({ breaker }: Tuning): CircuitBreakerPolicy =>
  circuitBreaker(
    handleWhen((error) => error instanceof LogtoError && error.code.startsWith('network.')).orWhenResult(
      (answer) => isAnswer(answer) && answer.status >= 502 && answer.status <= 504,
    ),
    { halfOpenAfter: breaker.openMs, breaker: new ConsecutiveBreaker(breaker.faults) },
  );

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'number';
