import { describe, expect, it } from 'vitest';
import { AccountField, type FieldRights } from '../../policy/field-rights-schemas.ts';
import type { Means } from '../../policy/way-in.ts';
import { type CheckUpFacts, findTodos } from './check-up.ts';

const editable = Object.fromEntries(AccountField.options.map((field) => [field, 'Edit'])) as FieldRights;

const nothing: Means = {
  username: false,
  email: false,
  phone: false,
  password: false,
  social: [],
  enterprise: 0,
  passkeys: 0,
};

const method = { password: true, verificationCode: true, isPasswordPrimary: true } as const;

const tenant: CheckUpFacts['tenant'] = {
  signInExperience: {
    signIn: {
      methods: [
        { identifier: 'username', ...method, verificationCode: false },
        { identifier: 'email', ...method },
        { identifier: 'phone', ...method },
      ],
    },
    socialSignInConnectorTargets: ['google', 'github'],
    singleSignOnEnabled: true,
    passkeySignIn: { enabled: true },
  },
  connectors: [
    { type: 'Email', target: 'mail' },
    { type: 'Sms', target: 'sms' },
    { type: 'Social', target: 'google' },
    { type: 'Social', target: 'github' },
  ],
  factors: ['Totp', 'WebAuthn', 'BackupCode'],
};

/** An account that has nothing left to do. */
const safe: CheckUpFacts = {
  means: { ...nothing, username: true, email: true, password: true },
  tenant,
  factors: [{ type: 'Totp' }, { type: 'BackupCode', remainCodes: 10 }],
  rights: editable,
};

const todos = (facts: Partial<CheckUpFacts>) => findTodos({ ...safe, ...facts });
const means = (has: Partial<Means>) => ({ means: { ...nothing, ...has } });
const closed = (...fields: AccountField[]) => ({
  rights: { ...editable, ...Object.fromEntries(fields.map((field) => [field, 'ReadOnly'])) },
});
const noSecondFactor = { kind: 'no-second-factor', severity: 'high', domain: 'mfa' };
const singleWay = { kind: 'single-way-in' };

it('an account with two ways in, a second factor, codes and an address has nothing to do', () => {
  expect(todos({})).toEqual([]);
});

describe('a second factor', () => {
  it.each<[string, Partial<CheckUpFacts>, boolean]>([
    ['is missing without any', { factors: [] }, true],
    [
      'is missing when there are backup codes alone',
      { factors: [{ type: 'BackupCode', remainCodes: 9 }] },
      true,
    ],
    ['can be a passkey', { factors: [{ type: 'WebAuthn' }, { type: 'BackupCode', remainCodes: 9 }] }, false],
    [
      'can be a code to the address, where the tenant has it so',
      { factors: [], tenant: { ...tenant, factors: ['Totp', 'EmailVerificationCode'] } },
      false,
    ],
    [
      'cannot be a code to an address that is not there',
      { factors: [], tenant: { ...tenant, factors: ['Totp', 'PhoneVerificationCode'] } },
      true,
    ],
    [
      'is not asked for where the tenant offers none',
      { factors: [], tenant: { ...tenant, factors: [] } },
      false,
    ],
    ['is not asked for when the person may not set one up', { factors: [], ...closed('mfa') }, false],
    [
      'is the business of the company for those who sign in through it only',
      { factors: [], ...means({ email: false, enterprise: 1 }) },
      false,
    ],
  ])('%s', (_, facts, isMissing) => {
    expect(todos(facts).filter(({ kind }) => kind === 'no-second-factor')).toEqual(
      isMissing ? [noSecondFactor] : [],
    );
  });
});

describe('a single way in', () => {
  it.each<[string, Partial<CheckUpFacts>, object[]]>([
    [
      'without a password is urgent',
      means({ email: true, social: [] }),
      [{ ...singleWay, severity: 'high', domain: 'password' }],
    ],
    [
      'of a social account points to an address when a password would have no name',
      means({ social: ['google'] }),
      [{ ...singleWay, severity: 'high', domain: 'email' }],
    ],
    [
      'by password is less urgent',
      means({ username: true, password: true }),
      [{ ...singleWay, severity: 'medium', domain: 'email' }],
    ],
    [
      'by password under two names is still one',
      { ...means({ username: true, email: true, password: true }), tenant: { ...tenant, connectors: [] } },
      [],
    ],
    ['is two when a code reaches the address', means({ email: true, password: true }), []],
    ['is two with a passkey', means({ username: true, password: true, passkeys: 1 }), []],
    [
      'points to what the person may change',
      { ...means({ social: ['google'] }), ...closed('email') },
      [{ ...singleWay, severity: 'high', domain: 'phone' }],
    ],
    [
      'points to another social account when nothing else is open',
      { ...means({ social: ['google'] }), ...closed('email', 'phone') },
      [{ ...singleWay, severity: 'high', domain: 'social' }],
    ],
    [
      'is passed over when the person may change nothing about it',
      { ...means({ social: ['google'] }), ...closed('email', 'phone', 'social') },
      [],
    ],
  ])('%s', (_, facts, expected) => {
    expect(todos(facts).filter(({ kind }) => kind === 'single-way-in')).toEqual(expected);
  });
});

describe('backup codes', () => {
  const few = (count: number) => [{ kind: 'few-backup-codes', severity: 'medium', count, domain: 'mfa' }];

  it.each<[string, Partial<CheckUpFacts>, object[]]>([
    ['are few at three', { factors: [{ type: 'Totp' }, { type: 'BackupCode', remainCodes: 3 }] }, few(3)],
    ['are enough at four', { factors: [{ type: 'Totp' }, { type: 'BackupCode', remainCodes: 4 }] }, []],
    [
      'are few when all are used',
      { factors: [{ type: 'Totp' }, { type: 'BackupCode', remainCodes: 0 }] },
      few(0),
    ],
    ['are few when none were made', { factors: [{ type: 'Totp' }] }, few(0)],
    ['cannot be had without another factor', { factors: [{ type: 'BackupCode', remainCodes: 1 }] }, []],
    [
      'are not asked for where the tenant has none',
      { factors: [{ type: 'Totp' }], tenant: { ...tenant, factors: ['Totp'] } },
      [],
    ],
  ])('%s', (_, facts, expected) => {
    expect(todos(facts).filter(({ kind }) => kind === 'few-backup-codes')).toEqual(expected);
  });
});

describe('an address to be reached at', () => {
  const missing = (domain: string) => [{ kind: 'no-recovery-address', severity: 'medium', domain }];
  const two = { username: true, password: true, passkeys: 1 };

  it.each<[string, Partial<CheckUpFacts>, object[]]>([
    ['is missing without email and phone', means(two), missing('email')],
    ['may be a phone number', means({ ...two, phone: true }), []],
    ['is a phone number where email is closed', { ...means(two), ...closed('email') }, missing('phone')],
    [
      'is not asked for where nothing can be sent',
      { ...means(two), tenant: { ...tenant, connectors: [] } },
      [],
    ],
  ])('%s', (_, facts, expected) => {
    expect(todos(facts).filter(({ kind }) => kind === 'no-recovery-address')).toEqual(expected);
  });
});
