/** What a browser may import: types and pure schemas, no server code. */
export * from './domains/account/schemas.ts';
export * from './domains/email/schemas.ts';
export * from './domains/mfa/schemas.ts';
export * from './domains/password/schemas.ts';
export * from './domains/phone/schemas.ts';
export * from './domains/profile/schemas.ts';
export * from './domains/social/schemas.ts';
export * from './domains/step-up/schemas.ts';
export * from './domains/tokens/schemas.ts';
export * from './domains/username/schemas.ts';
export * from './policy/codes-schemas.ts';
export * from './policy/field-rights-schemas.ts';
export * from './policy/permissions.ts';
export * from './trpc/field-errors.ts';
export * from './trpc/problem-schemas.ts';
