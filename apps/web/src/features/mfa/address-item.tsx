import { Link } from '@tanstack/react-router';
import { Mail, MessageSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Item } from '../../ui/item.tsx';

/** A code to an address that the person has anyway: nothing to set up but the address. */
export function AddressItem({ kind }: { kind: 'email' | 'phone' }) {
  const { t } = useTranslation('mfa');
  const [person] = trpc.account.overview.useSuspenseQuery();
  const value = kind === 'phone' ? person.phoneText : person.email;
  const name = t(`${kind}Code`);
  const Icon = kind === 'email' ? Mail : MessageSquare;
  const canAdd = value === null && person.rights[kind] === 'Edit';
  return (
    <Item
      label={name}
      title={name}
      icon={
        <span className="inline-flex size-10 shrink-0 items-center justify-center self-start rounded-control bg-sunken text-soft">
          <Icon aria-hidden="true" className="size-5" />
        </span>
      }
      actions={
        canAdd && (
          <Link
            to="/sign-in/{-$method}"
            params={{ method: kind }}
            aria-label={t('addOf', { factor: name })}
            className={buttonClass()}
          >
            {t('add')}
          </Link>
        )
      }
    >
      {value ? <bdi>{value}</bdi> : t('noAddress')}
    </Item>
  );
}
