import { problemOf } from '@account/client';
import type { ProblemCode, SocialAccounts } from '@account/procedures/schemas';
import { finishErrand } from '../../lib/errand.ts';
import type { Api } from '../../lib/trpc.ts';
import { findLink, keepLink, type Outcome, type PendingLink, tellOutcome } from './pending-link.ts';

/**
 * Takes the answer of a provider; how it ended is told on the next page. A page that is loaded again, or come back to,
 * does nothing twice. Throws what may pass by itself, such as a network that is gone.
 */
export async function finishLink(api: Api, query: string) {
  const callback = callbackOf(query);
  const { id } = await api.utils.account.overview.ensureData();
  const link = findLink(callback.state ?? null, id);
  if (!link) return tellOutcome({ kind: 'expired' });
  if (link.status === 'over') return;
  keepLink({ ...link, status: 'finishing' });
  try {
    await api.client.social.finish.mutate({ state: link.state, callback });
    end(link, link.replace ? 'replaced' : 'linked');
    finishErrand('/social');
  } catch (error) {
    end(link, await endOf(error, { api, link, callback }));
  }
  await api.utils.social.list.invalidate();
}

function end(link: PendingLink, kind: Outcome['kind']) {
  keepLink({ ...link, status: 'over' });
  tellOutcome({ kind, target: link.target });
}

const ends: Partial<Record<ProblemCode, Outcome['kind']>> = {
  PROVIDER_REFUSED: 'refused',
  FLOW_EXPIRED: 'expired',
  ALREADY_LINKED: 'taken',
  NOT_LINKABLE: 'notLinkable',
  FIELD_NOT_EDITABLE: 'closed',
  SCOPE_MISSING: 'closed',
  INPUT_INVALID: 'refused',
};

type Try = { api: Api; link: PendingLink; callback: Record<string, string> };

async function endOf(error: unknown, { api, link, callback }: Try): Promise<Outcome['kind']> {
  const end = ends[problemOf(error)?.code ?? 'UNKNOWN'];
  if (!end) throw error;
  if (end === 'refused' && callback.error === 'access_denied') return 'denied';
  // An earlier try has used it up, and its answer was lost on the way.
  if (end === 'expired' && link.status === 'finishing')
    return foundOut(await api.utils.social.list.fetch(), link);
  return end;
}

function foundOut({ linked }: SocialAccounts, { target, replace }: PendingLink) {
  return !replace && linked.some((account) => account.target === target) ? 'linked' : 'unsure';
}

const parameterName = /^[a-z][\w.-]{0,63}$/i;

/** The provider's answer; what nobody calls a parameter of such an answer is left out. */
export function callbackOf(query: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => parameterName.test(name)));
}
