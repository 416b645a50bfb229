import { env } from 'node:process';
import type { User } from '@account/logto-mgmt';
import { z } from 'zod';

const Answer = z.record(z.string(), z.unknown());

/** What the compared servers are told. They answer what ours answers, so that only the way there differs. */
export const settings = z
  .object({
    PORT: z.coerce.number(),
    LOGTO_ENDPOINT: z.string(),
    LOGTO_M2M_APP_ID: z.string(),
    LOGTO_M2M_APP_SECRET: z.string(),
    ACCOUNT_RESOURCE: z.string(),
    /** What ours answers to `account.overview` and `profile.get`. */
    ANSWERS: z
      .string()
      .transform((text) => JSON.parse(text))
      .pipe(z.tuple([Answer, Answer])),
  })
  .parse(env);

const [overview, profile] = settings.ANSWERS;

/** The person's part is new at every call; what the tenant decides is a constant here. */
export function overviewOf(user: User) {
  const { id, name, avatar, username, hasPassword, createdAt, lastSignInAt } = user;
  const contact = { email: user.primaryEmail, phone: user.primaryPhone };
  return { ...overview, id, name, avatar, username, ...contact, hasPassword, createdAt, lastSignInAt };
}

export function profileOf({ name, avatar, profile: claims }: User) {
  return { ...profile, name, avatar, profile: claims };
}
