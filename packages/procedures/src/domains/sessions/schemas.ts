import * as z from 'zod/mini';

export const DeviceKind = z.enum(['phone', 'tablet', 'desktop', 'unknown']);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** A browser in which the person is signed in. Times are epoch milliseconds. */
export const Session = z.object({
  id: z.string(),
  signedInAt: z.number(),
  expiresAt: z.number(),
  /** With its main version: `Firefox 145`. */
  browser: z.nullable(z.string()),
  system: z.nullable(z.string()),
  device: DeviceKind,
  /** Where the sign-in came from, as far as Logto was told. */
  place: z.object({ city: z.exactOptional(z.string()), country: z.exactOptional(z.string()) }),
  /** The address of the sign-in without the part that tells one household from the next. */
  network: z.nullable(z.string()),
  /** Names of the applications that were signed in to from there. */
  apps: z.array(z.string()),
  /** Whether the caller sits in it; left out of all sessions when that is not known. */
  isCurrent: z.exactOptional(z.boolean()),
});
export type Session = z.infer<typeof Session>;

/** Newest first. */
export const Sessions = z.array(Session);
export type Sessions = z.infer<typeof Sessions>;

export const SessionsQuery = z.optional(
  z.strictObject({
    /** The claim of this name in the app's ID token; not the token, because a query travels in the address. */
    sid: z.exactOptional(z.string().check(z.maxLength(256))),
  }),
);
export type SessionsQuery = z.infer<typeof SessionsQuery>;

export const SessionRemoval = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(128)) });
export type SessionRemoval = z.infer<typeof SessionRemoval>;

export const SessionRemoved = z.object({ id: z.string() });
export type SessionRemoved = z.infer<typeof SessionRemoved>;

export const OtherSessionsRemoval = z.strictObject({
  /** Keeps the session that it was made in; without it, or when Logto puts no `sid` into it, every session ends. */
  idToken: z.exactOptional(z.string().check(z.maxLength(8192))),
});
export type OtherSessionsRemoval = z.infer<typeof OtherSessionsRemoval>;

/** `keptCurrent`: the caller is still signed in. Else its access token lives on until it expires, and no longer. */
export const OtherSessionsRemoved = z.object({ count: z.number(), keptCurrent: z.boolean() });
export type OtherSessionsRemoved = z.infer<typeof OtherSessionsRemoved>;
