import { t } from '../../trpc/init.ts';
import { read, write } from '../../trpc/procedure.ts';
import { CustomData, Profile, ProfileUpdate } from './schemas.ts';
import { getCustomData, getProfile, updateProfile } from './service.ts';

export const profile = t.router({
  get: read('account:read')
    .output(Profile)
    .query(({ ctx }) => getProfile(ctx)),

  getCustomData: read('account:read', { shows: 'customData' })
    .output(CustomData)
    .query(({ ctx }) => getCustomData(ctx)),

  update: write('account:write', {
    journal: 'profile.updated',
    edits: ['name', 'avatar', 'profile', 'customData'],
  })
    .input(ProfileUpdate)
    .output(Profile)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
});
