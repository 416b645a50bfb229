import type { Connector, SignInExperience, User } from '@account/logto-mgmt';
import { AccountError } from '../trpc/account-error.ts';
import type { PersonContext } from '../trpc/context.ts';

/** What an account has that could let its owner in. */
export type Means = {
  username: boolean;
  email: boolean;
  phone: boolean;
  password: boolean;
  /** Targets of the linked social accounts. */
  social: readonly string[];
  enterprise: number;
  passkeys: number;
};

/** A way to sign in that works: the account has it, and the tenant lets people use it. */
export type WayIn =
  | { kind: 'password'; identifier: 'username' | 'email' | 'phone' }
  | { kind: 'code'; identifier: 'email' | 'phone' }
  | { kind: 'social'; target: string }
  | { kind: 'enterprise' }
  | { kind: 'passkey' };

/** The settings of the tenant that decide which ways are open. */
export type TenantWays = {
  signInExperience: Pick<
    SignInExperience,
    'signIn' | 'socialSignInConnectorTargets' | 'singleSignOnEnabled' | 'passkeySignIn'
  >;
  connectors: readonly Pick<Connector, 'type' | 'target'>[];
};

/** Every way in that is open to an account. */
export function waysIn(means: Means, { signInExperience, connectors }: TenantWays): WayIn[] {
  const { signIn, socialSignInConnectorTargets, singleSignOnEnabled, passkeySignIn } = signInExperience;
  const byIdentifier = signIn.methods.flatMap(({ identifier, password, verificationCode }): WayIn[] => {
    if (!means[identifier]) return [];
    const byCode = identifier !== 'username' && verificationCode && canSend(connectors, identifier);
    return [
      ...(password && means.password ? [{ kind: 'password' as const, identifier }] : []),
      ...(byCode ? [{ kind: 'code' as const, identifier }] : []),
    ];
  });
  const social = means.social.filter(
    (target) =>
      socialSignInConnectorTargets.includes(target) &&
      connectors.some((connector) => connector.target === target),
  );
  return [
    ...byIdentifier,
    ...social.map((target): WayIn => ({ kind: 'social', target })),
    ...(singleSignOnEnabled && means.enterprise > 0 ? [{ kind: 'enterprise' as const }] : []),
    ...(passkeySignIn?.enabled && means.passkeys > 0 ? [{ kind: 'passkey' as const }] : []),
  ];
}

/** Whether codes can reach an address of this kind. */
export function canSend(connectors: TenantWays['connectors'], kind: 'email' | 'phone') {
  return connectors.some(({ type }) => type === (kind === 'email' ? 'Email' : 'Sms'));
}

/** What the account has, as the chain read it a moment ago; passkeys are in `GET /api/users/{id}/mfa-verifications`. */
export async function readMeans({ services, user }: PersonContext): Promise<Means> {
  const factors = await services.logto.users.mfaVerifications.list(user.id);
  return toMeans(user, factors.filter(({ type }) => type === 'WebAuthn').length);
}

/** Throws `LAST_WAY_IN` when nothing would let the person in after `loss`. */
export async function keepWayIn(ctx: PersonContext, loss: (means: Means) => Partial<Means>) {
  const { tenant } = ctx.services;
  const [means, signInExperience, connectors] = await Promise.all([
    readMeans(ctx),
    tenant.signInExperience(),
    tenant.connectors(),
  ]);
  const left = waysIn({ ...means, ...loss(means) }, { signInExperience, connectors });
  if (left.length === 0) throw new AccountError('LAST_WAY_IN');
}

/** `user` was read with its SSO identities. */
export function toMeans(user: User, passkeys: number): Means {
  return {
    username: Boolean(user.username),
    email: Boolean(user.primaryEmail),
    phone: Boolean(user.primaryPhone),
    password: user.hasPassword ?? false,
    social: Object.keys(user.identities),
    enterprise: user.ssoIdentities?.length ?? 0,
    passkeys,
  };
}
