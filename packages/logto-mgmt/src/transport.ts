import { BrokenCircuitError, TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';
import { Agent, fetch as undiciFetch } from 'undici';
import {
  type Answer,
  circuitOpen,
  fromAnswer,
  fromFailure,
  invalidBody,
  LogtoError,
  type Operation,
  timedOut,
} from './errors.ts';
import { createBreaker, createRetry, type Tuning } from './policies.ts';

/** The part of `fetch` that is used; the global `fetch` fits. */
export type FetchLike = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

/** One attempt to reach Logto, for metrics and logs. Holds no id, token or body. */
export type CallEvent = {
  method: string;
  /** Path template, e.g. `/api/users/{userId}`. */
  path: string;
  /** Absent when there was no answer. */
  status?: number;
  durationMs: number;
  /** 1 for the first send, 2 for the first repeat. */
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

export type TransportOptions = {
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

export const createTransport = ({ timeoutMs, onCall, tuning, ...options }: TransportOptions): Transport => {
  const { fetch, close } = options.fetch ? { fetch: options.fetch, close: async () => {} } : createFetch();
  const breaker = createBreaker(tuning);
  const repeat = createRetry(true, tuning);
  const repeatIfUnsent = createRetry(false, tuning);
  // Aggressive: a custom fetch that ignores its signal must not hold a caller longer either.
  const timer = timeout(timeoutMs, TimeoutStrategy.Aggressive);

  const exchange = async (call: Call, signal: AbortSignal): Promise<Answer> => {
    const { url, method, headers, body } = call;
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        // A redirect would turn a POST into a GET.
        redirect: 'manual',
        signal,
      });
      return { status: response.status, headers: response.headers, body: await response.text() };
    } catch (failure) {
      throw signal.aborted ? timedOut(call, timeoutMs) : fromFailure(call, failure);
    }
  };

  const attemptOnce = async (call: Call, signal: AbortSignal): Promise<Answer> => {
    try {
      const answer = await breaker.execute(() => exchange(call, signal), signal);
      return requireSuccess(call, answer);
    } catch (error) {
      if (error instanceof LogtoError) throw error;
      if (error instanceof BrokenCircuitError) throw circuitOpen(call);
      throw signal.aborted ? timedOut(call, timeoutMs) : error;
    }
  };

  const report = (event: CallEvent) => {
    // Deferred into a promise, so that neither a throw nor a rejection reaches the call or the process.
    if (onCall)
      Promise.resolve(event)
        .then(onCall)
        .catch(() => {});
  };

  const measured = async (call: Call, attempt: number, signal: AbortSignal): Promise<Answer> => {
    const startedAt = performance.now();
    const event = (outcome: Partial<CallEvent>): CallEvent => ({
      method: call.method,
      path: call.path,
      durationMs: performance.now() - startedAt,
      attempt,
      ...outcome,
    });
    try {
      const answer = await attemptOnce(call, signal);
      const requestId = answer.headers.get('logto-core-request-id');
      report(event({ status: answer.status, ...(requestId && { requestId }) }));
      return answer;
    } catch (error) {
      if (error instanceof LogtoError) report(event(describe(error)));
      throw error;
    }
  };

  return {
    send: (call, signal) => {
      let mayHaveArrived = false;
      return (call.repeatable ? repeat : repeatIfUnsent).execute(async ({ attempt }) => {
        // A wait between two sends is not cut short by the end of the call.
        if (signal.aborted) throw timedOut(call, timeoutMs);
        try {
          return await measured(call, attempt + 1, signal);
        } catch (error) {
          if (mayHaveArrived && isGone(call, error)) return { status: 204, headers: new Headers(), body: '' };
          mayHaveArrived ||= isOutcomeUnknown(error);
          throw error;
        }
      }, signal);
    },
    within: async (operation, work) => {
      try {
        return await timer.execute(({ signal }) => work(signal));
      } catch (error) {
        throw error instanceof TaskCancelledError ? timedOut(operation, timeoutMs) : error;
      }
    },
    close,
  };
};

const createFetch = (): { fetch: FetchLike; close: () => Promise<void> } => {
  const agent = new Agent({ connect: { timeout: 2_000 }, keepAliveTimeout: 30_000, connections: 64 });
  return {
    fetch: (url, init) => undiciFetch(url, { ...init, dispatcher: agent }),
    close: () => agent.close(),
  };
};

const requireSuccess = (call: Call, answer: Answer): Answer => {
  if (answer.status < 200 || answer.status > 299) throw fromAnswer(call, answer);
  if (answer.body !== '' && !isJson(answer.body)) throw invalidBody(call, answer);
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
  error instanceof LogtoError && (error.code === 'network.interrupted' || (error.status ?? 0) >= 500);

// The first DELETE did its work and only its answer was lost: what the caller asked for is the case.
const isGone = ({ method }: Call, error: unknown): boolean =>
  method === 'DELETE' && error instanceof LogtoError && error.status === 404;

const describe = ({ status, code, requestId }: LogtoError): Partial<CallEvent> => ({
  error: code,
  ...(status !== undefined && { status }),
  ...(requestId !== undefined && { requestId }),
});
