import { z } from 'zod';

const color = z.string().regex(/^#[\da-f]{3}([\da-f]{3})?$/i);
const flag = z.boolean().exactOptional();
const url = z.url().exactOptional();
const link = z.url().or(z.literal('')).nullable().exactOptional();
const whole = z.number().int();

const Identifier = z.enum(['username', 'email', 'phone']);

export const SignUp = z.object({
  identifiers: z.array(Identifier),
  password: z.boolean(),
  verify: z.boolean(),
  secondaryIdentifiers: z
    .array(z.object({ identifier: Identifier.or(z.literal('emailOrPhone')), verify: flag }))
    .exactOptional(),
});

export const SignIn = z.object({
  methods: z.array(
    z.object({
      identifier: Identifier,
      password: z.boolean(),
      verificationCode: z.boolean(),
      isPasswordPrimary: z.boolean(),
    }),
  ),
});

const policies = [
  'UserControlled',
  'Mandatory',
  'PromptOnlyAtSignIn',
  'PromptAtSignInAndSignUp',
  'NoPrompt',
  'PromptAtSignInAndSignUpMandatory',
  'PromptOnlyAtSignInMandatory',
] as const;

export const Mfa = z.object({
  factors: z.array(
    z.enum(['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode']),
  ),
  policy: z.enum(policies),
  organizationRequiredMfaPolicy: z.enum(['NoPrompt', 'Mandatory']).exactOptional(),
});

const UsernamePolicy = z
  .object({
    caseSensitive: z.boolean(),
    minLength: whole.min(1).max(128),
    maxLength: whole.min(1).max(128),
    allowedChars: z.object({
      lowercase: z.boolean(),
      uppercase: z.boolean(),
      numbers: z.boolean(),
      underscore: z.boolean(),
    }),
  })
  .refine(({ minLength, maxLength }) => minLength <= maxLength, { path: ['maxLength'] });

const limit = whole.min(1).exactOptional();

const PartialPasswordPolicy = z.object({
  length: z.object({ min: limit, max: limit }).exactOptional(),
  characterTypes: z.object({ min: whole.min(1).max(4).exactOptional() }).exactOptional(),
  rejects: z
    .object({
      pwned: flag,
      repetitionAndSequence: flag,
      userInfo: flag,
      words: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
});

const PasswordExpiration = z.union([
  z.object({ enabled: z.literal(false).exactOptional() }),
  z.object({ enabled: z.literal(true), validPeriodDays: whole.min(1) }),
]);

export const ForgotPasswordMethods = z.array(z.enum(['EmailVerificationCode', 'PhoneVerificationCode']));

/** The body of `PATCH /api/sign-in-exp`. */
export const SignInExperiencePatch = z.object({
  color: z
    .object({ primaryColor: color, isDarkModeEnabled: z.boolean(), darkPrimaryColor: color })
    .exactOptional(),
  branding: z.object({ logoUrl: url, darkLogoUrl: url, favicon: url, darkFavicon: url }).exactOptional(),
  hideLogtoBranding: flag,
  languageInfo: z.object({ autoDetect: z.boolean(), fallbackLanguage: z.string().min(1) }).exactOptional(),
  termsOfUseUrl: link,
  privacyPolicyUrl: link,
  supportEmail: z.email().or(z.literal('')).nullable().exactOptional(),
  supportWebsiteUrl: link,
  unknownSessionRedirectUrl: link,
  agreeToTermsPolicy: z.enum(['Automatic', 'ManualRegistrationOnly', 'Manual']).exactOptional(),
  signIn: SignIn.exactOptional(),
  signUp: SignUp.exactOptional(),
  socialSignIn: z.object({ automaticAccountLinking: flag, skipRequiredIdentifiers: flag }).exactOptional(),
  socialSignInConnectorTargets: z.array(z.string()).exactOptional(),
  signInMode: z.enum(['SignIn', 'Register', 'SignInAndRegister']).exactOptional(),
  customCss: z.string().nullable().exactOptional(),
  customContent: z.record(z.string(), z.string()).exactOptional(),
  passwordPolicy: PartialPasswordPolicy.exactOptional(),
  mfa: Mfa.exactOptional(),
  adaptiveMfa: z.object({ enabled: flag }).exactOptional(),
  singleSignOnEnabled: flag,
  captchaPolicy: z.object({ enabled: flag }).exactOptional(),
  sentinelPolicy: z
    .object({ maxAttempts: z.number().exactOptional(), lockoutDuration: z.number().exactOptional() })
    .exactOptional(),
  emailBlocklistPolicy: z
    .object({
      blockDisposableAddresses: flag,
      blockSubaddressing: flag,
      customAllowlist: z.array(z.string()).exactOptional(),
      customBlocklist: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
  verificationCodePolicy: z
    .object({
      expirationDuration: whole.min(60).max(3600).exactOptional(),
      maxRetryAttempts: whole.min(1).max(100).exactOptional(),
    })
    .exactOptional(),
  forgotPasswordMethods: ForgotPasswordMethods.nullable().exactOptional(),
  passkeySignIn: z.object({ enabled: flag, showPasskeyButton: flag, allowAutofill: flag }).exactOptional(),
  signUpProfileFields: z
    .array(z.object({ name: z.string() }))
    .nullable()
    .exactOptional(),
  passwordExpiration: PasswordExpiration.exactOptional(),
  usernamePolicy: UsernamePolicy.exactOptional(),
});
export type SignInExperiencePatch = z.infer<typeof SignInExperiencePatch>;
