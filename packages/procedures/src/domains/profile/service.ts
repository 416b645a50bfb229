import type { User } from '@account/logto-mgmt';
import { visible } from '../../policy/field-rights.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { PersonContext } from '../../trpc/context.ts';
import { checkUpdate } from './check-update.ts';
import { clearsClaims, settingClaims, storedClaims } from './claims.ts';
import { profileFields } from './fields.ts';
import type { Profile, ProfileField, ProfileUpdate } from './schemas.ts';

/** The person's profile and the fields that the page shows. Rests on `GET /api/users/{id}`. */
export async function getProfile(ctx: PersonContext): Promise<Profile> {
  return toProfile(ctx, ctx.user, await shownFields(ctx));
}

/**
 * Changes one group of the profile: `PATCH /api/users/{id}`, `…/profile` or `…/custom-data`. Throws `INPUT_INVALID`
 * with the fields that break a rule of the tenant.
 */
export async function updateProfile(ctx: PersonContext, update: ProfileUpdate): Promise<Profile> {
  const fields = await shownFields(ctx);
  const errors = checkUpdate(update, fields, ctx.services.rules.customDataKeys);
  if (errors.length > 0) throw new AccountError('INPUT_INVALID', { fields: errors });
  return toProfile(ctx, { ...ctx.user, ...(await write(ctx, update)) }, fields);
}

async function write(
  { services, user }: PersonContext,
  { profile, customData, ...plain }: ProfileUpdate,
): Promise<Partial<User>> {
  const { users } = services.logto;
  if (customData) return { customData: await users.updateCustomData(user.id, customData) };
  if (!profile) return users.update(user.id, plain);
  // Logto merges claims and cannot clear one by merging: only a whole new profile can leave one out.
  return clearsClaims(profile)
    ? users.update(user.id, { profile: settingClaims({ ...storedClaims(user.profile), ...profile }) })
    : { profile: await users.updateProfile(user.id, settingClaims(profile)) };
}

async function shownFields({ services, rights }: PersonContext): Promise<ProfileField[]> {
  const { tenant } = services;
  const fields = profileFields(await tenant.customProfileFields(), await tenant.accountCenter());
  return fields.filter(({ group }) => rights[group] !== 'Off');
}

function toProfile({ rights, services }: PersonContext, user: User, fields: ProfileField[]): Profile {
  const ownKeys = fields.filter(({ group }) => group === 'customData').map(({ name }) => name);
  const keys = [...ownKeys, ...services.rules.customDataKeys].filter((key) =>
    Object.hasOwn(user.customData, key),
  );
  return {
    name: visible(rights.name, user.name),
    avatar: visible(rights.avatar, user.avatar),
    profile: visible(rights.profile, storedClaims(user.profile)) ?? {},
    customData:
      visible(rights.customData, Object.fromEntries(keys.map((key) => [key, user.customData[key]]))) ?? {},
    fields,
    rights: {
      name: rights.name,
      avatar: rights.avatar,
      profile: rights.profile,
      customData: rights.customData,
    },
  };
}
