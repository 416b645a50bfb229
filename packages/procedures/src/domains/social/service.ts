import { LogtoError, type User } from '@account/logto-mgmt';
import { keepWayIn } from '../../policy/way-in.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import { face, type Providers, readProviders } from './providers.ts';
import type { LinkedSocialAccount, SocialAccounts, SocialRemoval } from './schemas.ts';

/** What is linked and what can be. Rests on `GET /api/users/{id}`. */
export async function listSocialAccounts({ services, user }: PersonContext): Promise<SocialAccounts> {
  return toSocialAccounts(user.identities, await readProviders(services.tenant));
}

/** Unlinks an account. Throws `NOT_FOUND`, or `LAST_WAY_IN`. `DELETE /api/users/{id}/identities/{target}` */
export async function removeSocialAccount(
  ctx: ChangeContext,
  { target }: SocialRemoval,
): Promise<SocialAccounts> {
  const { services, user } = ctx;
  ctx.note({ target });
  if (!Object.hasOwn(user.identities, target)) throw new AccountError('NOT_FOUND');
  await keepWayIn(ctx, ({ social }) => ({ social: social.filter((each) => each !== target) }));
  await services.logto.users.identities.unlink(user.id, target).catch(explainRemoval);
  const { [target]: _, ...others } = user.identities;
  return toSocialAccounts(others, await readProviders(services.tenant));
}

function explainRemoval(error: unknown): never {
  const isGone = error instanceof LogtoError && error.code === 'user.identity_not_exist';
  throw isGone ? new AccountError('NOT_FOUND', { cause: error }) : error;
}

function toSocialAccounts(identities: User['identities'], providers: Providers): SocialAccounts {
  const isLinked = ({ target }: { target: string }) => Object.hasOwn(identities, target);
  const { linkable, needSession } = providers;
  return {
    linked: Object.keys(identities).map((target) => toLinked(target, identities, providers)),
    linkable: linkable
      .filter((connector) => !isLinked(connector))
      .map((connector) => ({
        ...face(connector),
        connectorId: connector.id,
        platform: connector.platform,
      })),
    notLinkable: needSession
      .filter((connector) => !isLinked(connector))
      .map((connector) => ({ ...face(connector), reason: 'NEEDS_SESSION' as const })),
  };
}

/** An account stays linked when its connector is gone; then it goes by the name of its target. */
export function toLinked(
  target: string,
  identities: User['identities'],
  { all, linkable }: Providers,
): LinkedSocialAccount {
  const isOfTarget = (connector: { target: string }) => connector.target === target;
  const connector = all.find(isOfTarget);
  return {
    ...(connector ? face(connector) : { target, name: { en: target }, logo: null, logoDark: null }),
    details: shownDetails(identities[target]?.details ?? {}),
    connectorId: linkable.find(isOfTarget)?.id ?? null,
  };
}

/** Providers send much more, and not always what Logto's types say. */
function shownDetails({ name, email, avatar }: Record<string, unknown>): LinkedSocialAccount['details'] {
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  return {
    ...(isText(name) ? { name: String(name) } : {}),
    ...(isText(email) ? { email: String(email) } : {}),
    ...(isText(avatar) && /^https:\/\//.test(String(avatar)) ? { avatar: String(avatar) } : {}),
  };
}
