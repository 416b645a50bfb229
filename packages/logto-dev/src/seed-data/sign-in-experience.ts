import type { JsonObject } from '../state.ts';

/** What Logto gives a new tenant. */
export const freshSignInExperience: JsonObject = {
  tenantId: 'default',
  id: 'default',
  color: { primaryColor: '#6139F6', isDarkModeEnabled: false, darkPrimaryColor: '#8768F8' },
  branding: { logoUrl: 'https://logto.io/logo.svg', darkLogoUrl: 'https://logto.io/logo-dark.svg' },
  hideLogtoBranding: false,
  languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
  termsOfUseUrl: null,
  privacyPolicyUrl: null,
  agreeToTermsPolicy: 'Automatic',
  signIn: {
    methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }],
  },
  signUp: { identifiers: ['username'], password: true, verify: false },
  socialSignIn: {},
  socialSignInConnectorTargets: [],
  signInMode: 'SignInAndRegister',
  customCss: null,
  customContent: {},
  customUiAssets: null,
  customUiCsp: {},
  passwordPolicy: {},
  mfa: { factors: [], policy: 'UserControlled' },
  adaptiveMfa: {},
  singleSignOnEnabled: false,
  supportEmail: null,
  supportWebsiteUrl: null,
  unknownSessionRedirectUrl: null,
  captchaPolicy: {},
  sentinelPolicy: {},
  emailBlocklistPolicy: {},
  verificationCodePolicy: {},
  forgotPasswordMethods: [],
  passkeySignIn: {},
  signUpProfileFields: [],
  passwordExpiration: {},
  usernamePolicy: {
    caseSensitive: true,
    minLength: 1,
    maxLength: 128,
    allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
  },
};

/** The demo tenant has a face of its own, so that branding can be seen to work. */
export const demoSignInExperience = (endpoint: string): JsonObject => ({
  ...freshSignInExperience,
  color: { primaryColor: '#0F766E', isDarkModeEnabled: true, darkPrimaryColor: '#2DD4BF' },
  branding: {
    logoUrl: `${endpoint}/dev/logos/brand.svg`,
    darkLogoUrl: `${endpoint}/dev/logos/brand-dark.svg`,
    favicon: `${endpoint}/dev/logos/favicon.svg`,
  },
  termsOfUseUrl: 'https://harbor.example/terms',
  privacyPolicyUrl: 'https://harbor.example/privacy',
  supportEmail: 'help@harbor.example',
  supportWebsiteUrl: 'https://harbor.example/help',
  signIn: {
    methods: [
      { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
      { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true },
      { identifier: 'phone', password: true, verificationCode: true, isPasswordPrimary: true },
    ],
  },
  socialSignInConnectorTargets: ['mock-social', 'google', 'github', 'apple', 'company-oidc'],
  mfa: { factors: ['Totp', 'WebAuthn', 'BackupCode'], policy: 'NoPrompt' },
  singleSignOnEnabled: true,
  forgotPasswordMethods: ['EmailVerificationCode', 'PhoneVerificationCode'],
});

export const freshAccountCenter: JsonObject = {
  tenantId: 'default',
  id: 'default',
  enabled: false,
  fields: {},
  webauthnRelatedOrigins: [],
  deleteAccountUrl: null,
  customCss: null,
  profileFields: null,
};

const editableFields = [
  'name',
  'avatar',
  'profile',
  'email',
  'phone',
  'password',
  'username',
  'social',
  'customData',
  'mfa',
  'passkey',
  'session',
  'trustedDevice',
];

export const demoAccountCenter: JsonObject = {
  ...freshAccountCenter,
  enabled: true,
  fields: Object.fromEntries(editableFields.map((field) => [field, 'Edit'])),
};
