import { t } from '../../trpc/init.ts';
import { read, write } from '../../trpc/procedure.ts';
import { Profile, ProfileUpdate } from './schemas.ts';
import { getProfile, updateProfile } from './service.ts';

export const profile = t.router({
  get: read('account:read')
    .output(Profile)
    .query(({ ctx }) => getProfile(ctx)),

  update: write('account:write', {
    journal: 'profile.updated',
    edits: ['name', 'avatar', 'profile', 'customData'],
  })
    .input(ProfileUpdate)
    .output(Profile)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
});
