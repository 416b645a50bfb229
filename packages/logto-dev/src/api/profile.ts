import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { updateUser } from '../users.ts';
import { answer, readBody, userOf } from './guard.ts';

const text = z.string().exactOptional();

/** The standard claims of OpenID Connect. Any text is accepted; other keys are dropped. */
export const Profile = z.object({
  familyName: text,
  givenName: text,
  middleName: text,
  nickname: text,
  preferredUsername: text,
  profile: text,
  website: text,
  gender: text,
  birthdate: text,
  zoneinfo: text,
  locale: text,
  address: z
    .object({
      formatted: text,
      streetAddress: text,
      locality: text,
      region: text,
      postalCode: text,
      country: text,
    })
    .exactOptional(),
});

export function addProfileRoutes(router: Router, state: State) {
  router.patch(
    '/users/:userId/profile',
    answer(async (ctx) => {
      const { profile } = await readBody(ctx, z.object({ profile: Profile }));
      const user = userOf(ctx, state);
      updateUser(user, { profile: { ...user.profile, ...profile } });
      return user.profile;
    }),
  );
}
