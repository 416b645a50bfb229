import * as z from 'zod/mini';

/** An application that may act for the person. Times are epoch milliseconds. */
export const ConnectedApp = z.object({
  /** Logto's id of the application; for one that introduces itself by an address, that address. */
  applicationId: z.string(),
  name: z.string(),
  logo: z.nullable(z.string()),
  logoDark: z.nullable(z.string()),
  /** Not the operator's own: the person was asked whether it may. */
  isThirdParty: z.boolean(),
  termsOfUseUrl: z.nullable(z.string()),
  privacyPolicyUrl: z.nullable(z.string()),
  since: z.number(),
  expiresAt: z.number(),
  /** Every sign-in to an application gives it a grant of its own. */
  grantCount: z.number(),
  /** The application that is asking. */
  isThisApp: z.boolean(),
});
export type ConnectedApp = z.infer<typeof ConnectedApp>;

/** By name. */
export const ConnectedApps = z.array(ConnectedApp);
export type ConnectedApps = z.infer<typeof ConnectedApps>;

export const AppRemoval = z.strictObject({
  applicationId: z.string().check(z.minLength(1), z.maxLength(2048)),
});
export type AppRemoval = z.infer<typeof AppRemoval>;

/** `isThisApp`: the caller has signed itself out; its access token lives on until it expires. */
export const AppRemoved = z.object({ grantCount: z.number(), isThisApp: z.boolean() });
export type AppRemoved = z.infer<typeof AppRemoved>;
