import type { AccountCenter, SignInExperience } from '@account/logto-mgmt';
import type { PersonContext } from '../../trpc/context.ts';
import type { MfaOverview } from './schemas.ts';

type Settings = { signInExperience: SignInExperience; accountCenter: AccountCenter };

/**
 * A passkey belongs to Logto's own domain, and the Management API cannot register one: the page of Logto's account
 * center can, for those whom it lets in. Its rules are repeated here, so that nobody is sent to a page that refuses them.
 */
export function describePasskeys(ctx: PersonContext, settings: Settings): MfaOverview['passkeys'] {
  const signIn = settings.signInExperience.passkeySignIn?.enabled ?? false;
  const isUsable = signIn || settings.signInExperience.mfa.factors.includes('WebAuthn');
  const mayAdd = isUsable && mayEdit(ctx, settings.accountCenter) && canConfirmThere(ctx);
  return { signIn, addUrl: mayAdd ? `${ctx.services.logtoEndpoint}/account/passkey/add` : null };
}

/** Passkeys go with the other factors, and can be closed apart from them. */
function mayEdit({ rights }: PersonContext, { enabled, fields }: AccountCenter) {
  return enabled && rights.mfa === 'Edit' && (fields.passkey ?? 'Edit') === 'Edit';
}

/** That page takes nothing else as a proof of who is there. */
function canConfirmThere({ user: { hasPassword, primaryEmail, primaryPhone } }: PersonContext) {
  return Boolean(hasPassword || primaryEmail || primaryPhone);
}
