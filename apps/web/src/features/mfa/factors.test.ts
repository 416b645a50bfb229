import type { MfaOverview, MfaVerification } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { areFew, sortFactors } from './factors.ts';

const app: MfaVerification = { id: 'a', type: 'Totp', createdAt: 0 };
const passkey: MfaVerification = { id: 'p', type: 'WebAuthn', createdAt: 0 };
const codes: MfaVerification = { id: 'c', type: 'BackupCode', createdAt: 0, remainingCodes: 4 };
const all: MfaOverview['factors'] = ['Totp', 'WebAuthn', 'BackupCode'];

const sorted = (given: Partial<MfaOverview>, email: string | null = null) =>
  sortFactors(
    {
      isEnforced: false,
      factors: all,
      verifications: [],
      passkeys: { signIn: false, addUrl: null },
      ...given,
    },
    { email, phone: null },
  );

describe('two-step verification', () => {
  it('is on with a factor that the site asks for, and off with backup codes alone or a switched-off factor', () => {
    expect(sorted({ verifications: [app] }).status).toBe('on');
    expect(sorted({ verifications: [codes] }).status).toBe('off');
    expect(sorted({ verifications: [app], factors: ['WebAuthn'] }).status).toBe('off');
    expect(sorted({ isEnforced: true }).status).toBe('required');
  });

  it('is on by an address alone where the site sends codes there', () => {
    const factors: MfaOverview['factors'] = ['EmailVerificationCode'];
    expect(sorted({ factors }, 'ada@harbor.example').status).toBe('on');
    expect(sorted({ factors }).status).toBe('off');
  });

  it('is not offered where there is nothing to set up and nothing set up', () => {
    expect(sorted({ factors: [] }).isUnavailable).toBe(true);
    expect(sorted({ factors: [], verifications: [app] }).isUnavailable).toBe(false);
    const passkeys = { signIn: true, addUrl: 'https://auth.example/account/passkey/add' };
    expect(sorted({ factors: [], passkeys }).isUnavailable).toBe(false);
  });
});

describe('a factor', () => {
  it('is required when the site enforces one and it is the last that counts', () => {
    expect(sorted({ isEnforced: true, verifications: [app, codes] }).isRequired(app)).toBe(true);
    expect(sorted({ isEnforced: true, verifications: [app, passkey] }).isRequired(app)).toBe(false);
    expect(sorted({ isEnforced: true, verifications: [app, codes] }).isRequired(codes)).toBe(false);
    expect(sorted({ verifications: [app] }).isRequired(app)).toBe(false);
  });

  it('is idle when the site neither asks for it nor lets people sign in with it', () => {
    const passkeys = { signIn: true, addUrl: null };
    expect(sorted({ factors: ['Totp'] }).isIdle(passkey)).toBe(true);
    expect(sorted({ factors: ['Totp'], passkeys }).isIdle(passkey)).toBe(false);
    expect(sorted({ factors: [], passkeys }).isIdle(app)).toBe(true);
    expect(sorted({ passkeys }).isIdle(app)).toBe(false);
  });

  it('takes the backup codes with it when no other is left', () => {
    expect(sorted({ verifications: [app, codes] }).takesCodes(app)).toBe(true);
    expect(sorted({ verifications: [app, passkey, codes] }).takesCodes(app)).toBe(false);
  });
});

it('backup codes need a factor that they stand in for', () => {
  expect(sorted({ verifications: [app] }).canHaveCodes).toBe(true);
  expect(sorted({}).canHaveCodes).toBe(false);
  expect(areFew(codes)).toBe(false);
  expect(areFew({ ...codes, remainingCodes: 3 })).toBe(true);
});
