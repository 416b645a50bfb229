import type { User } from '@account/logto-mgmt';
import { visible } from '../../policy/field-rights.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { PersonContext } from '../../trpc/context.ts';
import { checkUpdate } from './check-update.ts';
import { clearsClaims, settingClaims, storedClaims } from './claims.ts';
import { profileFields } from './fields.ts';
import type { CustomData, Profile, ProfileField, ProfileUpdate } from './schemas.ts';

/** The person's profile and the fields that the page shows. Rests on `GET /api/users/{id}`. */
export async function getProfile(ctx: PersonContext): Promise<Profile> {
  return toProfile(ctx, ctx.user, await shownFields(ctx));
}

/** The custom data alone, for apps that keep settings there. `GET /api/users/{id}/custom-data` */
export async function getCustomData(ctx: PersonContext): Promise<CustomData> {
  const stored = await ctx.services.logto.users.getCustomData(ctx.user.id);
  return ownKeys(ctx, stored, await shownFields(ctx));
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

function toProfile(ctx: PersonContext, user: User, fields: ProfileField[]): Profile {
  const { name, avatar, profile, customData } = ctx.rights;
  return {
    name: visible(name, user.name),
    avatar: visible(avatar, user.avatar),
    profile: visible(profile, storedClaims(user.profile)) ?? {},
    customData: visible(customData, ownKeys(ctx, user.customData, fields)) ?? {},
    fields,
    rights: { name, avatar, profile, customData },
  };
}

/** What else is in there belongs to the product, or to Logto. */
function ownKeys(
  { services }: PersonContext,
  stored: CustomData,
  fields: readonly ProfileField[],
): CustomData {
  const named = fields.filter(({ group }) => group === 'customData').map(({ name }) => name);
  const keys = [...named, ...services.rules.customDataKeys].filter((key) => Object.hasOwn(stored, key));
  return Object.fromEntries(keys.map((key) => [key, stored[key]]));
}
