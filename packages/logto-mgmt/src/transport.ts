import { STATUS_CODES } from 'node:http';
import { BrokenCircuitError, TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';
import {
  type Answer,
  circuitOpen,
  fromAnswer,
  fromFailure,
  invalidBody,
  LogtoError,
  type Operation,
  requestIdOf,
  timedOut,
} from './errors.ts';
import { createFetch, type FetchLike } from './fetch.ts';
import { createBreaker, createRetry, type Tuning } from './policies.ts';

/** One attempt to reach Logto, for metrics and logs. Holds no id, token or body. */
export type CallEvent = {
  method: string;
  /** Path template, e.g. `/api/users/{userId}`. */
  path: string;
  /** Absent when there was no answer. */
  status?: number;
  durationMs: number;
  /** 1 for the first send, 2 for the first repeat; anew after Logto rejected the access token. */
  attempt: number;
  /** The code of the {@link LogtoError}; absent when the attempt succeeded. */
  error?: string;
  /** Logto's id of the request. */
  requestId?: string;
};

/** A call with its path filled in. */
export type Call = Operation & {
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Sending it twice does no more than sending it once. */
  repeatable: boolean;
};

type TransportOptions = {
  fetch?: FetchLike | undefined;
  timeoutMs: number;
  onCall?: ((event: CallEvent) => unknown) | undefined;
  tuning: Tuning;
};

export type Transport = {
  /** Sends with repeats and breaker; resolves with a 2xx answer or rejects with a {@link LogtoError}. */
  send(call: Call, signal: AbortSignal): Promise<Answer>;
  /** Bounds work, repeats and waits included, by `timeoutMs`. */
  within<T>(operation: Operation, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

type Send = (call: Call, signal: AbortSignal) => Promise<Answer>;

export const createTransport = (options: TransportOptions): Transport => {
  const { timeoutMs, onCall, tuning } = options;
  const { fetch, close } = options.fetch ? { fetch: options.fetch, close: async () => {} } : createFetch();
  const once = observed(breaking(exchanging(fetch), tuning), onCall);
  // Aggressive: a custom fetch that ignores its signal must not hold a caller longer either.
  // Nothing is left to abort once the answer is there, and every abort costs an exception and a stack.
  const timer = timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });

  return {
    send: repeating(once, tuning),
    within: async (operation, work) => {
      try {
        return await timer.execute(({ signal }) => work(signal));
      } catch (error) {
        throw error instanceof TaskCancelledError ? timedOut(operation) : error;
      }
    },
    close,
  };
};

/** One request and its answer, whatever the status. */
const exchanging =
  (fetch: FetchLike): Send =>
  async (call, signal) => {
    const { url, method, headers, body } = call;
    try {
      // Redirects are not followed: one would turn a POST into a GET.
      const init = {
        method,
        headers,
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal,
      } as const;
      const response = await fetch(url, init);
      return { status: response.status, headers: response.headers, body: await response.text() };
    } catch (failure) {
      throw signal.aborted ? timedOut(call) : fromFailure(call, failure);
    }
  };

/** Rejects what is not a good answer, and everything for a while when Logto is away. */
const breaking = (send: Send, tuning: Tuning): Send => {
  const breaker = createBreaker(tuning);
  return async (call, signal) => {
    try {
      return requireSuccess(call, await breaker.execute(() => send(call, signal), signal));
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw circuitOpen(call);
      throw error instanceof TaskCancelledError ? timedOut(call) : error;
    }
  };
};

type NumberedSend = (call: Call, attempt: number, signal: AbortSignal) => Promise<Answer>;

const observed = (send: Send, onCall: TransportOptions['onCall']): NumberedSend => {
  const report = async (event: CallEvent) => onCall?.(event);
  return async (call, attempt, signal) => {
    const { method, path } = call;
    const startedAt = performance.now();
    const end = (outcome: Partial<CallEvent>) => {
      const durationMs = performance.now() - startedAt;
      // An async function that nobody waits for: whatever the observer throws ends here.
      report({ method, path, durationMs, attempt, ...outcome }).catch(() => {});
    };
    try {
      const answer = await send(call, signal);
      const requestId = requestIdOf(answer.headers);
      end({ status: answer.status, ...(requestId && { requestId }) });
      return answer;
    } catch (error) {
      if (error instanceof LogtoError) end(describe(error));
      throw error;
    }
  };
};

const repeating = (send: NumberedSend, tuning: Tuning): Send => {
  const always = createRetry(true, tuning);
  const ifUnsent = createRetry(false, tuning);
  return (call, signal) => {
    let mayBeDone = false;
    return (call.repeatable ? always : ifUnsent).execute(async ({ attempt }) => {
      // The end of the call does not cut short a wait between two attempts.
      if (signal.aborted) throw timedOut(call);
      try {
        return await send(call, attempt + 1, signal);
      } catch (error) {
        // The first DELETE did its work and only its answer was lost: what was asked for is the case.
        if (mayBeDone && isGone(call, error)) return { status: 204, headers: new Headers(), body: '' };
        mayBeDone ||= isOutcomeUnknown(error);
        throw error;
      }
    }, signal);
  };
};

const requireSuccess = (call: Call, answer: Answer): Answer => {
  if (answer.status < 200 || answer.status > 299) throw fromAnswer(call, answer);
  // Where Logto has nothing to say, its framework says the words of the status ("Created") as text.
  if (answer.body === STATUS_CODES[answer.status]) return { ...answer, status: 204, body: '' };
  if (answer.status !== 204 && !isJson(answer.body)) throw invalidBody(`${call.method} ${call.path}`, answer);
  return answer;
};

// Checked here, where a GET can still be repeated, although openapi-fetch parses once more.
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof LogtoError && error.code !== 'network.unreachable' && error.status !== 429;

const isGone = ({ method }: Call, error: unknown): boolean =>
  method === 'DELETE' && error instanceof LogtoError && error.status === 404;

const describe = ({ status, code, requestId }: LogtoError): Partial<CallEvent> => ({
  error: code,
  ...(status !== undefined && { status }),
  ...(requestId !== undefined && { requestId }),
});
