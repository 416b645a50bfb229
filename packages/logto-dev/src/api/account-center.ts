import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, readBody } from './guard.ts';
import { knownProfileFields } from './profile-fields.ts';

const right = z.enum(['Off', 'ReadOnly', 'Edit']).exactOptional();

const AccountCenterPatch = z.object({
  enabled: z.boolean().exactOptional(),
  fields: z
    .object({
      name: right,
      avatar: right,
      profile: right,
      email: right,
      phone: right,
      password: right,
      username: right,
      social: right,
      customData: right,
      mfa: right,
      passkey: right,
      session: right,
    })
    .exactOptional(),
  webauthnRelatedOrigins: z.array(z.string()).exactOptional(),
  deleteAccountUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .or(z.literal(''))
    .nullable()
    .exactOptional(),
  customCss: z.string().nullable().exactOptional(),
  profileFields: z
    .array(z.object({ name: z.string() }))
    .nullable()
    .exactOptional(),
});

export function addAccountCenterRoutes(router: Router, state: State) {
  router.get(
    '/account-center',
    answer(() => state.accountCenter),
  );

  router.patch(
    '/account-center',
    answer(async (ctx) => {
      const patch = await readBody(ctx, AccountCenterPatch);
      if (Object.keys(patch).length === 0) throw new RequestError('entity.invalid_input', 422);
      Object.assign(state.accountCenter, patch, {
        ...(patch.deleteAccountUrl === '' && { deleteAccountUrl: null }),
        ...(patch.customCss === '' && { customCss: null }),
        ...(patch.webauthnRelatedOrigins && {
          webauthnRelatedOrigins: [...new Set(patch.webauthnRelatedOrigins)],
        }),
        ...(patch.profileFields && { profileFields: knownProfileFields(state, patch.profileFields) }),
      });
      return state.accountCenter;
    }),
  );
}
