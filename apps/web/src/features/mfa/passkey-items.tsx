import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { addressElsewhere } from '../../lib/elsewhere.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Item } from '../../ui/item.tsx';
import { Facts, Icon, type ItemProps, NotAsked, RemoveButton } from './factor-items.tsx';
import { useFactorName } from './factor-name.ts';

export function PasskeyItems({ factors, isLocked, onRemove }: ItemProps) {
  const nameOf = useFactorName();
  const { passkeys, addPasskeyUrl, offers } = factors;
  const isMissing = passkeys.length === 0 && offers('WebAuthn');
  return (
    <>
      {passkeys.map((passkey) => (
        <Item
          key={passkey.id}
          label={nameOf(passkey)}
          title={nameOf(passkey)}
          icon={<Icon of={Fingerprint} />}
          mark={<NotAsked factors={factors} factor={passkey} />}
          actions={!isLocked && <RemoveButton {...{ factors, factor: passkey, onRemove }} />}
        >
          {passkey.name && passkey.device && <p>{passkey.device}</p>}
          <Facts factors={factors} factor={passkey} />
        </Item>
      ))}
      {(isMissing || addPasskeyUrl) && <NewPasskey isFirst={passkeys.length === 0} addUrl={addPasskeyUrl} />}
    </>
  );
}

type NewPasskeyProps = { isFirst: boolean; addUrl: string | null };

/** Only Logto can register one: on its own page, or when the person signs in. */
function NewPasskey({ isFirst, addUrl }: NewPasskeyProps) {
  const { t, i18n } = useTranslation('mfa');
  const name = t(isFirst ? 'passkey' : 'anotherPasskey');
  return (
    <Item
      label={name}
      title={name}
      icon={<Icon of={Fingerprint} />}
      actions={
        addUrl && (
          <a
            href={addressElsewhere(addUrl, '/two-step', i18n.language)}
            aria-label={t('addOf', { factor: name })}
            className={buttonClass()}
          >
            {t('add')}
          </a>
        )
      }
    >
      {t(addUrl ? 'passkeyAddText' : 'passkeyText')}
    </Item>
  );
}
