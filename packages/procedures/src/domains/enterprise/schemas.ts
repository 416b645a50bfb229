import * as z from 'zod/mini';

/** A setting that the company overwrites at every sign-in through it. */
export const ManagedField = z.enum(['name', 'avatar']);
export type ManagedField = z.infer<typeof ManagedField>;

/** The accounts at companies that sign the person in. They come and go with the company's own sign-in, not here. */
export const EnterpriseIdentities = z.array(
  z.object({
    id: z.string(),
    /** The company's identity provider, an address. */
    issuer: z.string(),
    /** What the operator calls the connection; `null` when there is no name for it. */
    name: z.nullable(z.string()),
    logo: z.nullable(z.string()),
    logoDark: z.nullable(z.string()),
    /** What the company said about the person. */
    details: z.object({ name: z.exactOptional(z.string()), email: z.exactOptional(z.string()) }),
    managed: z.array(ManagedField),
    /** Epoch milliseconds. */
    linkedAt: z.number(),
  }),
);
export type EnterpriseIdentities = z.infer<typeof EnterpriseIdentities>;
