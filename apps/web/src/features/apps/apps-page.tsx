import { LayoutGrid } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { ClosedPage, isClosed, type Lock, LockNote, useLock } from '../../lib/access.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { focusHeading, Page } from '../../ui/page.tsx';
import { AppItem } from './app-item.tsx';
import { RemoveApp } from './remove-app.tsx';

/** Which applications may act for the person. */
export function AppsPage() {
  const { t } = useTranslation(['apps', 'shell']);
  const lock = useLock({ field: 'session', scope: 'account:sessions' });
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {isClosed(lock) ? <ClosedPage lock={lock} /> : <Apps lock={lock} />}
    </Page>
  );
}

const groups = ['others', 'own'] as const;

function Apps({ lock }: { lock: Lock | undefined }) {
  const { t } = useTranslation('apps');
  const [apps] = trpc.apps.list.useSuspenseQuery();
  const [removingId, setRemovingId] = useResumable('apps', z.string());
  const removing = apps.find(({ applicationId, isThisApp }) => applicationId === removingId && !isThisApp);
  const done = () => {
    setRemovingId(null);
    requestAnimationFrame(focusHeading);
  };
  if (apps.length === 0)
    return (
      <Nothing icon={<LayoutGrid className="size-5" />} title={t('nothing.title')} text={t('nothing.text')} />
    );
  return (
    <>
      {groups.map((group) => {
        const members = apps.filter(({ isThirdParty }) => isThirdParty === (group === 'others'));
        return (
          members.length > 0 && (
            <Card key={group} title={t(`${group}.title`)} note={<Note group={group} lock={lock} />}>
              <Rows>
                {members.map((app) => (
                  <AppItem
                    key={app.applicationId}
                    app={app}
                    isLocked={lock !== undefined}
                    onRemove={() => setRemovingId(app.applicationId)}
                  />
                ))}
              </Rows>
            </Card>
          )
        );
      })}
      {removing && <RemoveApp app={removing} onDone={done} onClose={() => setRemovingId(null)} />}
    </>
  );
}

function Note({ group, lock }: { group: (typeof groups)[number]; lock: Lock | undefined }) {
  const { t } = useTranslation('apps');
  if (lock) return <LockNote lock={lock} />;
  return <p className="mt-0.5 text-sm text-soft">{t(`${group}.text`)}</p>;
}
