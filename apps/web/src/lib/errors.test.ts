import { fieldErrorsOf, problemOf } from '@account/client';
import { TRPCClientError } from '@trpc/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionEndedError } from './auth.ts';
import { failureOf, isSessionEnd, isWorthRetrying } from './errors.ts';

const shape = { code: -32603, message: 'x' };
const answer = (problem: unknown) => TRPCClientError.from({ error: { ...shape, data: { problem } } });
const online = (onLine: boolean) => vi.stubGlobal('navigator', { onLine });

afterEach(() => vi.unstubAllGlobals());

describe('an error of the server', () => {
  it('is told by its problem', () => {
    const problem = {
      code: 'INPUT_INVALID',
      requestId: 'r1',
      fields: [{ path: 'name', code: 'TOO_LONG', limit: 128 }],
    };
    expect(failureOf(answer(problem))).toEqual({ kind: 'problem', problem });
    expect(fieldErrorsOf(answer(problem))).toEqual(problem.fields);
  });

  it('with a code that this version does not know is unknown, not a crash', () => {
    expect(problemOf(answer({ code: 'NEW_CODE', requestId: 'r1' }))).toBeUndefined();
    expect(failureOf(answer({ code: 'NEW_CODE', requestId: 'r1' }))).toEqual({ kind: 'unknown' });
  });

  it('is tried again only when it may pass by itself', () => {
    expect(isWorthRetrying(answer({ code: 'LOGTO_UNAVAILABLE', requestId: 'r1' }))).toBe(true);
    expect(isWorthRetrying(answer({ code: 'TOO_MANY_REQUESTS', requestId: 'r1' }))).toBe(false);
    expect(isWorthRetrying(answer({ code: 'SCOPE_MISSING', requestId: 'r1' }))).toBe(false);
  });
});

describe('an error on the way', () => {
  const lost = TRPCClientError.from(new TypeError('Failed to fetch'));

  it('without a network is the network of this device', () => {
    online(false);
    expect(failureOf(lost)).toEqual({ kind: 'offline' });
    expect(isWorthRetrying(lost)).toBe(false);
  });

  it('with a network is the server that was not reached', () => {
    online(true);
    expect(failureOf(lost)).toEqual({ kind: 'unreachable' });
    expect(isWorthRetrying(lost)).toBe(true);
  });
});

describe('the end of a sign-in', () => {
  it('is recognised by the word of the server and of Logto, also when tRPC has wrapped it', () => {
    expect(isSessionEnd(answer({ code: 'SIGN_IN_REQUIRED', requestId: 'r1' }))).toBe(true);
    expect(isSessionEnd(TRPCClientError.from(new SessionEndedError('over')))).toBe(true);
    expect(isSessionEnd(answer({ code: 'SCOPE_MISSING', requestId: 'r1' }))).toBe(false);
  });

  it('is never tried again', () => {
    online(true);
    expect(isWorthRetrying(TRPCClientError.from(new SessionEndedError('over')))).toBe(false);
  });
});
