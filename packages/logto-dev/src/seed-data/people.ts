import { hashPassword } from '../passwords.ts';
import type { MfaVerification, User } from '../state.ts';
import { fixedId } from './fixed-id.ts';
import { ownerRole, supportRole } from './tenant.ts';

/** Passes Logto's default password policy. */
export const demoPassword = 'quiet-river-58';

/** The secret behind Turing's authenticator app, base32. */
export const demoTotpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const day = 24 * 3600 * 1000;
const joined = Date.UTC(2026, 1, 3, 10);

export type DemoPerson = {
  label: string;
  identifier: string;
  /** Null: signs in through the pretended social provider. */
  password: string | null;
};

/** Who can be played on the sign-in page. */
export const demoPeople: DemoPerson[] = [
  { label: 'Ada: everything filled in', identifier: 'ada', password: demoPassword },
  { label: 'Ben: only a username and a password', identifier: 'ben', password: demoPassword },
  { label: 'Alan: authenticator app and backup codes', identifier: 'alan', password: demoPassword },
  { label: 'Sofia: social account, no password', identifier: 'pretend-sofia', password: null },
  { label: 'Sam: suspended', identifier: 'sam', password: demoPassword },
  { label: 'Erin: enterprise identity', identifier: 'erin', password: demoPassword },
  { label: 'Olga: member of an organization', identifier: 'olga', password: demoPassword },
  { label: 'Grace: works for the support', identifier: 'grace', password: demoPassword },
];

type Draft = Partial<User> & { username: string | null };

async function person(id: string, draft: Draft): Promise<User> {
  return {
    id: fixedId(id, 12),
    primaryEmail: null,
    primaryPhone: null,
    name: null,
    avatar: null,
    customData: {},
    identities: {},
    profile: {},
    applicationId: null,
    isSuspended: false,
    lastSignInAt: null,
    createdAt: joined,
    updatedAt: joined,
    password: draft.username === null ? null : await hashPassword(demoPassword),
    isPasswordExpired: false,
    logtoConfig: {},
    mfaVerifications: [],
    ssoIdentities: [],
    personalAccessTokens: [],
    roleIds: [ownerRole.id],
    ...draft,
  };
}

const alanFactors = (): MfaVerification[] => {
  const createdAt = new Date(joined + day).toISOString();
  const codes = Array.from({ length: 10 }, (_, index) => ({ code: `c0de${index}`.padEnd(10, 'a') }));
  return [
    { id: fixedId('alantotp'), createdAt, type: 'Totp', key: demoTotpSecret },
    { id: fixedId('alanbackup'), createdAt, type: 'BackupCode', codes },
  ];
};

const ada: Draft = {
  username: 'ada',
  name: 'Ada Lovelace',
  primaryEmail: 'ada@harbor.example',
  primaryPhone: '12025550142',
  customData: { theme: 'system', newsletter: true, company: 'Analytical Engines' },
  profile: {
    givenName: 'Ada',
    familyName: 'Lovelace',
    nickname: 'Countess',
    website: 'https://ada.example',
    gender: 'female',
    birthdate: '1990-12-10',
    zoneinfo: 'Europe/London',
    address: {
      streetAddress: "12 St James's Square",
      locality: 'London',
      postalCode: 'SW1Y 4JH',
      country: 'GB',
    },
  },
  identities: {
    github: {
      userId: '1815',
      details: { id: '1815', name: 'ada-l', email: 'ada@harbor.example', rawData: {} },
    },
  },
  personalAccessTokens: [
    { name: 'Laptop', value: `pat_${'Ada1'.repeat(8)}`, createdAt: joined + day, expiresAt: null },
    {
      name: 'Build server',
      value: `pat_${'Ada2'.repeat(8)}`,
      createdAt: joined + 2 * day,
      expiresAt: joined + 720 * day,
    },
    {
      name: 'Old script',
      value: `pat_${'Ada3'.repeat(8)}`,
      createdAt: joined + day,
      expiresAt: joined + 30 * day,
    },
  ],
};

const erinIdentity = (id: string): User['ssoIdentities'][number] => ({
  tenantId: 'default',
  id: fixedId('erinidentity'),
  userId: id,
  issuer: 'https://login.northwind.example',
  identityId: 'erin.brook',
  detail: { id: 'erin.brook', name: 'Erin Brook', email: 'erin@northwind.example' },
  createdAt: joined,
  updatedAt: joined,
  ssoConnectorId: fixedId('northwindsso'),
});

export async function createDemoPeople(): Promise<User[]> {
  const sofia = { id: 'pretend-sofia', name: 'Sofia Kowalewska', email: 'sofia@pretend.example' };
  return Promise.all([
    person('adalovelace0', ada),
    person('benfranklin0', { username: 'ben' }),
    person('alanturing00', {
      username: 'alan',
      name: 'Alan Turing',
      primaryEmail: 'alan@harbor.example',
      mfaVerifications: alanFactors(),
      logtoConfig: { mfa: { enabled: true } },
    }),
    person('sofiakowalew', {
      username: null,
      name: sofia.name,
      identities: { 'mock-social': { userId: sofia.id, details: { ...sofia, rawData: {} } } },
    }),
    person('samsuspended', {
      username: 'sam',
      name: 'Sam Spade',
      primaryEmail: 'sam@harbor.example',
      isSuspended: true,
    }),
    person('erinbrook000', {
      username: 'erin',
      name: 'Erin Brook',
      primaryEmail: 'erin@northwind.example',
      ssoIdentities: [erinIdentity('erinbrook000')],
    }),
    person('olgalad00000', {
      username: 'olga',
      name: 'Olga Ladyzhenskaya',
      primaryEmail: 'olga@harbor.example',
    }),
    person('gracehopper0', {
      username: 'grace',
      name: 'Grace Hopper',
      primaryEmail: 'grace@harbor.example',
      roleIds: [ownerRole.id, supportRole.id],
    }),
  ]);
}
