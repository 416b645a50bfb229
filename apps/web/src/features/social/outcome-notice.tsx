import type { SocialAccounts } from '@account/procedures/schemas';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { useProviderName } from './names.ts';
import { type Outcome, takeOutcome } from './pending-link.ts';

/** How the way to a provider and back has ended. */
export function OutcomeNotice({ accounts }: { accounts: SocialAccounts }) {
  const { t } = useTranslation(['social', 'shell']);
  const nameOf = useProviderName();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  // After the first paint, so that it is announced.
  useEffect(() => {
    const taken = takeOutcome();
    if (taken) setOutcome(taken);
  }, []);
  if (!outcome) return null;
  const { linked, linkable, notLinkable } = accounts;
  const provider = [...linked, ...linkable, ...notLinkable].find(({ target }) => target === outcome.target);
  const name = provider ? nameOf(provider.name) : (outcome.target ?? '');
  return (
    <Notice tone={toneOf(outcome)} dismiss={t('shell:dismiss')} onDismiss={() => setOutcome(null)}>
      {t(`outcome.${outcome.kind}`, { name })}
    </Notice>
  );
}

function toneOf({ kind }: Outcome) {
  if (kind === 'linked' || kind === 'replaced') return 'good';
  return kind === 'denied' || kind === 'unsure' ? 'plain' : 'danger';
}
