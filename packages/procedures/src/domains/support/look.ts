import { and, desc, eq, ne } from 'drizzle-orm';
import { findDeparture } from '../../policy/departure.ts';
import { journal } from '../../store/schema.ts';
import type { PersonContext } from '../../trpc/context.ts';
import { listActivity } from '../activity/service.ts';
import { listApps } from '../apps/service.ts';
import { listEnterpriseIdentities } from '../enterprise/service.ts';
import { listMfa } from '../mfa/service.ts';
import { listOrganizations } from '../organizations/service.ts';
import { listSessions } from '../sessions/service.ts';
import { listSocialAccounts } from '../social/service.ts';
import { listTokens } from '../tokens/service.ts';
import { toPerson } from './find.ts';
import type { SupportAccount, SupportAction } from './schemas.ts';

const recent = 20;

/** The account as its owner sees it, put together from what their own pages show. Rests on the same endpoints. */
export async function getAccount(ctx: PersonContext): Promise<SupportAccount> {
  const { user, services } = ctx;
  const [
    departure,
    mfa,
    social,
    enterprise,
    sessions,
    apps,
    tokens,
    organizations,
    activity,
    supportActions,
  ] = await Promise.all([
    findDeparture(services.store, user),
    listMfa(ctx),
    listSocialAccounts(ctx),
    listEnterpriseIdentities(ctx),
    listSessions(ctx),
    listApps(ctx),
    listTokens(ctx),
    listOrganizations(ctx),
    listActivity(ctx, { kind: 'all', limit: recent }),
    readSupportActions(ctx),
  ]);
  return {
    person: { ...toPerson(user), hasPassword: user.hasPassword ?? false },
    departure: departure ? { deletionDueAt: departure.deletion?.dueAt.getTime() ?? null } : null,
    mfa,
    social: social.linked,
    enterprise,
    sessions,
    apps,
    tokens: tokens.tokens,
    organizations,
    activity,
    supportActions,
  };
}

async function readSupportActions({ services, user }: PersonContext): Promise<SupportAction[]> {
  const rows = await services.store.db
    .select()
    .from(journal)
    .where(and(eq(journal.personId, user.id), ne(journal.actorId, user.id), ne(journal.actorId, 'system')))
    .orderBy(desc(journal.id))
    .limit(recent);
  return rows.map(({ at, event, outcome, actorId, details }) => ({
    at: at.getTime(),
    event,
    outcome,
    agentId: actorId,
    reason: typeof details.supportReason === 'string' ? details.supportReason : null,
  }));
}
