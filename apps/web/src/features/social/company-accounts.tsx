import type { EnterpriseIdentities } from '@account/procedures/schemas';
import { Trans, useTranslation } from 'react-i18next';
import { Moment } from '../../lib/moment.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Item } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Parts } from '../../ui/parts.tsx';

type CompanyAccountsProps = { identities: EnterpriseIdentities };

/** To be seen only: they come and go with the company's own sign-in. */
export function CompanyAccounts({ identities }: CompanyAccountsProps) {
  const { t } = useTranslation('social');
  return (
    <Card title={t('company.title')} note={<p className="mt-0.5 text-sm text-soft">{t('company.note')}</p>}>
      <Rows>
        {identities.map((identity) => (
          <CompanyItem key={identity.id} identity={identity} />
        ))}
      </Rows>
    </Card>
  );
}

function CompanyItem({ identity }: { identity: EnterpriseIdentities[number] }) {
  const { t } = useTranslation('social');
  const { issuer, logo, logoDark, details, managed, linkedAt } = identity;
  const name = identity.name ?? (URL.canParse(issuer) ? new URL(issuer).host : issuer);
  return (
    <Item
      label={name}
      title={name}
      icon={<Logo src={logo} srcDark={logoDark} name={name} />}
      actions={<Locked>{t('company.locked')}</Locked>}
    >
      <p>
        <Parts parts={[details.name, details.email]} />
      </p>
      <p>
        <Trans t={t} i18nKey="company.since" components={{ at: <Moment at={linkedAt} /> }} />
      </p>
      {managed.length > 0 && <p>{t('company.manages', { name })}</p>}
    </Item>
  );
}
