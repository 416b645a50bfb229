import type { MfaVerification } from '@account/logto-mgmt';
import type { FieldRights } from '../../policy/field-rights-schemas.ts';
import { canSend, type Means, type TenantWays, type WayIn, waysIn } from '../../policy/way-in.ts';
import type { CheckUp, CheckUpItem } from './schemas.ts';

export type CheckUpFacts = {
  means: Means;
  tenant: TenantWays & { factors: readonly FactorType[] };
  /** What the person has set up. */
  factors: readonly Pick<MfaVerification, 'type' | 'remainCodes'>[];
  rights: FieldRights;
};

type FactorType = MfaVerification['type'];

/** With no more unused codes than these, the next lost phone may lock the person out. */
const fewCodes = 3;

const ranks = { high: 0, medium: 1, low: 2 } as const;

/** What the person could do to be safer, the most urgent first; only what they are allowed to do. */
export function findTodos(facts: CheckUpFacts): CheckUp {
  return [
    ...secondFactor(facts),
    ...singleWayIn(facts),
    ...backupCodes(facts),
    ...recoveryAddress(facts),
  ].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function secondFactor({ means, tenant, factors, rights }: CheckUpFacts): CheckUpItem[] {
  const hasOne =
    factors.some(isRealFactor) ||
    (tenant.factors.includes('EmailVerificationCode') && means.email) ||
    (tenant.factors.includes('PhoneVerificationCode') && means.phone);
  const isOffered = tenant.factors.includes('Totp') || tenant.factors.includes('WebAuthn');
  // Whoever signs in through their company only is asked for a second factor there.
  const isAskedFor = waysIn(means, tenant).some(({ kind }) => kind !== 'enterprise');
  return hasOne || !isOffered || !isAskedFor || rights.mfa !== 'Edit'
    ? []
    : [{ kind: 'no-second-factor', severity: 'high', domain: 'mfa' }];
}

function singleWayIn({ means, tenant, rights }: CheckUpFacts): CheckUpItem[] {
  const gains: [domain: 'password' | 'email' | 'phone' | 'social', Partial<Means>][] = [
    ['password', { password: true }],
    ['email', { email: true }],
    ['phone', { phone: true }],
    ['social', { social: tenant.signInExperience.socialSignInConnectorTargets }],
  ];
  const count = (gain: Partial<Means>) => distinct(waysIn({ ...means, ...gain }, tenant));
  const remedy = gains.find(([domain, gain]) => rights[domain] === 'Edit' && count(gain) > 1);
  if (count({}) > 1 || !remedy) return [];
  return [{ kind: 'single-way-in', severity: means.password ? 'medium' : 'high', domain: remedy[0] }];
}

/** One password is one way in, under however many names. */
function distinct(ways: readonly WayIn[]) {
  return new Set(ways.map((way) => (way.kind === 'password' ? way.kind : JSON.stringify(way)))).size;
}

function backupCodes({ tenant, factors, rights }: CheckUpFacts): CheckUpItem[] {
  const isOffered = tenant.factors.includes('BackupCode') && rights.mfa === 'Edit';
  if (!isOffered || !factors.some(isRealFactor)) return [];
  const count = factors.find(({ type }) => type === 'BackupCode')?.remainCodes ?? 0;
  return count > fewCodes ? [] : [{ kind: 'few-backup-codes', severity: 'medium', count, domain: 'mfa' }];
}

function recoveryAddress({ means, tenant, rights }: CheckUpFacts): CheckUpItem[] {
  if (means.email || means.phone) return [];
  const domain = (['email', 'phone'] as const).find(
    (kind) => rights[kind] === 'Edit' && canSend(tenant.connectors, kind),
  );
  return domain ? [{ kind: 'no-recovery-address', severity: 'medium', domain }] : [];
}

/** Backup codes only stand in for one. */
function isRealFactor({ type }: { type: FactorType }) {
  return type !== 'BackupCode';
}
