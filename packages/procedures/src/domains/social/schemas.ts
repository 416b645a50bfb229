import * as z from 'zod/mini';

/** A name in several languages, by BCP 47 tag; `en` is always there. */
const names = z.record(z.string(), z.string());
const logos = { logo: z.nullable(z.string()), logoDark: z.nullable(z.string()) };

/** A social account that signs the person in. There is one for each target. */
export const LinkedSocialAccount = z.object({
  /** The provider, for instance `google`. */
  target: z.string(),
  name: names,
  ...logos,
  /** What the provider said about the person. */
  details: z.object({
    name: z.exactOptional(z.string()),
    email: z.exactOptional(z.string()),
    avatar: z.exactOptional(z.string()),
  }),
  /** For `start` with `replace`; `null` where no other account can be linked in its place. */
  connectorId: z.nullable(z.string()),
});
export type LinkedSocialAccount = z.infer<typeof LinkedSocialAccount>;

export const LinkableProvider = z.object({
  connectorId: z.string(),
  target: z.string(),
  name: names,
  ...logos,
  platform: z.nullable(z.string()),
});
export type LinkableProvider = z.infer<typeof LinkableProvider>;

export const NotLinkableProvider = z.object({
  target: z.string(),
  name: names,
  ...logos,
  /** `NEEDS_SESSION`: Logto can link this provider only while somebody signs in with it. */
  reason: z.enum(['NEEDS_SESSION']),
});
export type NotLinkableProvider = z.infer<typeof NotLinkableProvider>;

/** What is linked, what can be, and which of the providers that people can sign in with cannot be linked here. */
export const SocialAccounts = z.object({
  linked: z.array(LinkedSocialAccount),
  linkable: z.array(LinkableProvider),
  notLinkable: z.array(NotLinkableProvider),
});
export type SocialAccounts = z.infer<typeof SocialAccounts>;

export const SocialStart = z.strictObject({
  connectorId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** One of the addresses that the operator allows, to the letter. */
  redirectUri: z.string().check(z.maxLength(2048)),
  /** The account takes the place of the one that is linked for the same target. */
  replace: z._default(z.boolean(), false),
});
export type SocialStart = z.infer<typeof SocialStart>;

/** The browser goes to `redirectTo` and comes back to `redirectUri` with this `state`, until `expiresAt` (epoch ms). */
export const SocialStarted = z.object({ redirectTo: z.string(), state: z.string(), expiresAt: z.number() });
export type SocialStarted = z.infer<typeof SocialStarted>;

const maxCallbackParameters = 32;

/** What providers call the parameters that they send back. */
const parameterName = z.string().check(z.regex(/^[a-z][\w.-]{0,63}$/i));

export const SocialFinish = z.strictObject({
  state: z.string().check(z.minLength(1), z.maxLength(256)),
  /** The query of the address that the provider sent the browser back to, as it is. */
  callback: z
    .record(parameterName, z.string().check(z.maxLength(8192)))
    .check(
      z.refine((callback) => Object.keys(callback).length <= maxCallbackParameters, { error: 'TOO_LARGE' }),
    ),
});
export type SocialFinish = z.infer<typeof SocialFinish>;

export const SocialRemoval = z.strictObject({ target: z.string().check(z.minLength(1), z.maxLength(128)) });
export type SocialRemoval = z.infer<typeof SocialRemoval>;
