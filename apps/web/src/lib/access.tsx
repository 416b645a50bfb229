import type { AccountField, AccountOverview, Scope } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../ui/nothing.tsx';
import { type Api, trpc } from './trpc.ts';

/** What a page or a row is about: the setting that the operator opens or closes, and the scope that calls need. */
export type Needs = { field?: AccountField; scope: Scope };

/**
 * - `off`: the operator has switched it off, nothing of it is shown.
 * - `notAllowed`: the access token lacks the scope.
 * - `readOnly`: to be seen, not to be changed.
 */
export type Lock = 'off' | 'notAllowed' | 'readOnly';

export function lockOf({ rights, scopes }: AccountOverview, { field, scope }: Needs): Lock | undefined {
  const right = field ? rights[field] : 'Edit';
  if (right === 'Off') return 'off';
  if (!scopes.includes(scope)) return 'notAllowed';
  return right === 'ReadOnly' ? 'readOnly' : undefined;
}

/** Whether the thing is not to be seen at all. */
export function isClosed(lock: Lock | undefined) {
  return lock === 'off' || lock === 'notAllowed';
}

/** For the loader of a page: its list, in one batch with who the person is. That of a closed page is not missed. */
export async function loadOpen(api: Api, needs: Needs, list: () => Promise<unknown>) {
  const [person, listed] = await Promise.allSettled([api.utils.account.overview.ensureData(), list()]);
  if (person.status === 'rejected') throw person.reason;
  if (listed.status === 'rejected' && !isClosed(lockOf(person.value, needs))) throw listed.reason;
}

/** Why something is closed to this person, if it is. */
export function useLock(needs: Needs) {
  const [person] = trpc.account.overview.useSuspenseQuery();
  return lockOf(person, needs);
}

/** In the place of a page that cannot be shown. */
export function ClosedPage({ lock = 'off' }: { lock: Lock | undefined }) {
  const { t } = useTranslation('shell');
  return <Nothing title={t('closed.title')} text={t(`closed.${lock}`)} />;
}

/** Under the title of a card whose actions are closed. */
export function LockNote({ lock }: { lock: Lock | undefined }) {
  const { t } = useTranslation('shell');
  return lock && <p className="mt-0.5 text-sm text-soft">{t(`closed.${lock}`)}</p>;
}
