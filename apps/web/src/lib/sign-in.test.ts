import { LogtoClientError, LogtoError, LogtoRequestError } from '@logto/browser';
import { describe, expect, it } from 'vitest';
import { isOver, signInFailure } from './sign-in.ts';

const callback = 'https://account.example/callback?code=1&state=2';

describe('a sign-in that failed', () => {
  it.each([
    [new TypeError('Failed to fetch'), 'network'],
    [new LogtoClientError('sign_in_session.not_found'), 'expired'],
    [new LogtoError('callback_uri_verification.state_mismatched'), 'expired'],
    [new LogtoRequestError('oidc.invalid_grant', 'used'), 'expired'],
    [new LogtoError('id_token.invalid_iat'), 'clock'],
    [new LogtoError('crypto_subtle_unavailable'), 'insecure'],
    [new LogtoError('id_token.invalid_token'), 'unknown'],
    [new LogtoRequestError('oidc.server_error', 'no'), 'unknown'],
  ])('is explained by its cause (%s)', (error, failure) => {
    expect(signInFailure(error, callback)).toBe(failure);
  });

  it('was cancelled when Logto says so, whatever else is wrong', () => {
    const error = new LogtoClientError('sign_in_session.not_found');
    expect(signInFailure(error, 'https://account.example/callback?error=access_denied&state=2')).toBe(
      'denied',
    );
  });
});

describe('a sign-in', () => {
  it('is over when Logto refuses to renew it, and not when Logto or the network fails', () => {
    expect(isOver(new LogtoRequestError('oidc.invalid_grant', 'revoked'))).toBe(true);
    expect(isOver(new LogtoClientError('not_authenticated'))).toBe(true);
    expect(isOver(new LogtoRequestError('oidc.server_error', 'no'))).toBe(false);
    expect(isOver(new LogtoRequestError('rate_limited', 'slow down'))).toBe(false);
    expect(isOver(new TypeError('Failed to fetch'))).toBe(false);
  });
});
