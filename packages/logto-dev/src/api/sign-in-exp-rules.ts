import type { z } from 'zod';
import type { Connector, State } from '../state.ts';
import { RequestError } from './errors.ts';
import {
  ForgotPasswordMethods,
  Mfa,
  SignIn,
  type SignInExperiencePatch,
  SignUp,
} from './sign-in-exp-schema.ts';

const languages =
  'ar cs de en es fa-IR fr it ja ko pl-PL pt-PT pt-BR ru th tr-TR uk-UA zh-CN zh-HK zh-TW'.split(' ');

function demand(holds: boolean, code: string, status = 400) {
  if (!holds) throw new RequestError(`sign_in_experiences.${code}`, status);
}

const hasConnector = (state: State, type: Connector['type']) =>
  [...state.connectors.values()].some((connector) => connector.type === type);

/** What `PATCH /api/sign-in-exp` refuses beyond types. Throws 400, 409 or 422 `sign_in_experiences.*`. */
export function checkSignInExperience(state: State, patch: SignInExperiencePatch) {
  const current = state.signInExperience;
  const signUp = patch.signUp ?? SignUp.parse(current.signUp);
  const signIn = patch.signIn ?? SignIn.parse(current.signIn);
  const mfa = patch.mfa ?? Mfa.parse(current.mfa);
  if (patch.languageInfo)
    demand(languages.includes(patch.languageInfo.fallbackLanguage), 'unsupported_default_language');
  if (patch.usernamePolicy?.caseSensitive === false)
    demand(usernameConflicts(state).length === 0, 'username_policy_case_conflicts_exist', 409);
  if (patch.signUp) checkSignUp(state, signUp);
  if (patch.signIn) checkSignIn(state, signIn, signUp);
  if (patch.mfa) checkMfa(mfa);
  if (patch.signIn || patch.mfa) checkCodesServeOnePurpose(signIn, mfa, patch.signIn ? 'sign_in' : 'mfa');
  for (const method of patch.forgotPasswordMethods ?? []) {
    const type = method === 'EmailVerificationCode' ? 'Email' : 'Sms';
    demand(hasConnector(state, type), 'forgot_password_method_requires_connector');
  }
  if (patch.passwordExpiration?.enabled) {
    const { email, phone } = forgotPasswordWays(
      state,
      patch.forgotPasswordMethods ?? current.forgotPasswordMethods,
    );
    demand(email || phone, 'password_expiration_requires_forgot_password', 422);
  }
}

function checkSignUp(
  state: State,
  { identifiers, secondaryIdentifiers = [], verify }: z.infer<typeof SignUp>,
) {
  const primary = new Set<string>(identifiers);
  const secondary = new Set<string>(secondaryIdentifiers.map(({ identifier }) => identifier));
  const all = new Set([...primary, ...secondary]);
  demand(primary.size > 0 || secondary.size === 0, 'missing_sign_up_identifiers');
  const isUnique =
    primary.size === identifiers.length &&
    secondary.size === secondaryIdentifiers.length &&
    all.size === primary.size + secondary.size &&
    !(secondary.has('emailOrPhone') && (primary.has('email') || primary.has('phone')));
  demand(isUnique, 'duplicated_sign_up_identifiers');
  demand(verify || [...all].every((identifier) => identifier === 'username'), 'passwordless_requires_verify');
  for (const { identifier, verify: isVerified } of secondaryIdentifiers)
    demand(identifier === 'username' || isVerified === true, 'passwordless_requires_verify');
  const needs = (identifier: string) => all.has(identifier) || all.has('emailOrPhone');
  demand(!needs('email') || hasConnector(state, 'Email'), 'enabled_connector_not_found');
  demand(!needs('phone') || hasConnector(state, 'Sms'), 'enabled_connector_not_found');
}

function checkSignIn(state: State, { methods }: z.infer<typeof SignIn>, signUp: z.infer<typeof SignUp>) {
  for (const { identifier, verificationCode } of methods) {
    const type = identifier === 'email' ? 'Email' : 'Sms';
    const needsConnector = verificationCode && identifier !== 'username';
    demand(!needsConnector || hasConnector(state, type), 'enabled_connector_not_found');
  }
  demand(
    methods.every(({ password, verificationCode }) => password || verificationCode),
    'at_least_one_authentication_factor',
  );
  if (signUp.verify && !signUp.password)
    demand(
      methods.every(({ identifier, verificationCode }) => verificationCode || identifier === 'username'),
      'code_sign_in_must_be_enabled',
    );
}

function checkMfa({ factors }: z.infer<typeof Mfa>) {
  demand(new Set(factors).size === factors.length, 'duplicated_mfa_factors');
  demand(!factors.includes('BackupCode') || factors.length > 1, 'backup_code_cannot_be_enabled_alone');
}

/** A code by e-mail or SMS cannot be the first and the second factor at once. */
function checkCodesServeOnePurpose(
  { methods }: z.infer<typeof SignIn>,
  { factors }: z.infer<typeof Mfa>,
  purpose: 'sign_in' | 'mfa',
) {
  const signsIn = (name: string) =>
    methods.some(({ identifier, verificationCode }) => verificationCode && identifier === name);
  demand(
    !(signsIn('email') && factors.includes('EmailVerificationCode')),
    `email_verification_code_cannot_be_used_for_${purpose}`,
  );
  demand(
    !(signsIn('phone') && factors.includes('PhoneVerificationCode')),
    `phone_verification_code_cannot_be_used_for_${purpose}`,
  );
}

/** `forgotPassword` of the public sign-in experience; null as methods means "whatever has a connector". */
export function forgotPasswordWays(state: State, stored: unknown) {
  const methods = ForgotPasswordMethods.nullable().parse(stored ?? null);
  const allows = (method: 'EmailVerificationCode' | 'PhoneVerificationCode') =>
    methods?.includes(method) ?? true;
  return {
    email: allows('EmailVerificationCode') && hasConnector(state, 'Email'),
    phone: allows('PhoneVerificationCode') && hasConnector(state, 'Sms'),
  };
}

/** Usernames that would be one if case did not count. */
export function usernameConflicts(state: State) {
  const groups = new Map<string, string[]>();
  for (const { id, username } of state.users.values()) {
    const usernameLower = username?.toLowerCase();
    if (usernameLower) groups.set(usernameLower, [...(groups.get(usernameLower) ?? []), id]);
  }
  return [...groups]
    .map(([usernameLower, userIds]) => ({ usernameLower, userIds }))
    .filter(({ userIds }) => userIds.length > 1);
}
