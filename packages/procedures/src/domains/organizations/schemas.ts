import * as z from 'zod/mini';

/** An organization that the person belongs to, and what they are in it. */
export const Membership = z.object({
  id: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  logo: z.nullable(z.string()),
  logoDark: z.nullable(z.string()),
  /** Members need a second factor to work in it. */
  isMfaRequired: z.boolean(),
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Membership = z.infer<typeof Membership>;

/** By name. */
export const Memberships = z.array(Membership);
export type Memberships = z.infer<typeof Memberships>;

export const OrganizationLeave = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(128)) });
export type OrganizationLeave = z.infer<typeof OrganizationLeave>;

export const OrganizationLeft = z.object({ id: z.string(), name: z.string() });
export type OrganizationLeft = z.infer<typeof OrganizationLeft>;
