import type { ConnectedApp } from '@account/procedures/schemas';
import { Trans, useTranslation } from 'react-i18next';
import { Moment } from '../../lib/moment.tsx';
import { Button } from '../../ui/button.tsx';
import { Item, Mark } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Logo } from '../../ui/logo.tsx';

type AppItemProps = { app: ConnectedApp; isLocked: boolean; onRemove: () => void };

export function AppItem({ app, isLocked, onRemove }: AppItemProps) {
  const { t } = useTranslation(['apps', 'shell']);
  const remove = isLocked ? (
    <Locked>{t('shell:locked')}</Locked>
  ) : (
    <Button aria-label={t('removeApp', { app: app.name })} onClick={onRemove}>
      {t('remove')}
    </Button>
  );
  return (
    <Item
      label={app.name}
      title={app.name}
      icon={<Logo src={app.logo} srcDark={app.logoDark} name={app.name} />}
      mark={app.isThisApp && <Mark tone="good">{t('thisApp')}</Mark>}
      // To remove the app that one is looking at is to sign out, which has a place of its own.
      actions={!app.isThisApp && remove}
    >
      <p>
        <Trans t={t} i18nKey="since" components={{ at: <Moment at={app.since} /> }} />
      </p>
      <Policies app={app} />
    </Item>
  );
}

function Policies({ app }: { app: ConnectedApp }) {
  const { t } = useTranslation('apps');
  const links = [
    { href: app.privacyPolicyUrl, text: t('privacy') },
    { href: app.termsOfUseUrl, text: t('terms') },
  ].filter(({ href }) => href && /^https?:\/\//i.test(href));
  if (links.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-4">
      {links.map(({ href, text }) => (
        <a
          key={text}
          href={href ?? ''}
          target="_blank"
          rel="noreferrer nofollow"
          aria-label={t('ofApp', { app: app.name, text })}
          className="py-0.5 text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
        >
          {text}
        </a>
      ))}
    </p>
  );
}
