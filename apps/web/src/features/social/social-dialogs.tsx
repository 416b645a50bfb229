import type { LinkedSocialAccount, SocialAccounts } from '@account/procedures/schemas';
import { LinkAccount } from './link-account.tsx';
import { UnlinkAccount } from './unlink-account.tsx';
import type { SocialDialog } from './use-social-dialog.ts';

type SocialDialogsProps = { accounts: SocialAccounts; dialog: SocialDialog; onClose: () => void };

/** The one dialog that is open; none when what it is about has changed in the meantime. */
export function SocialDialogs({ accounts, dialog: { act, target }, onClose }: SocialDialogsProps) {
  const linked = accounts.linked.find((account) => account.target === target);
  const linkable = accounts.linkable.find((provider) => provider.target === target);
  if (act === 'unlink') return linked && <UnlinkAccount account={linked} onClose={onClose} />;
  if (act === 'link') return linkable && <LinkAccount provider={linkable} onClose={onClose} />;
  return (
    linked && canReplace(linked) && <LinkAccount provider={linked} replaced={linked} onClose={onClose} />
  );
}

function canReplace(account: LinkedSocialAccount): account is LinkedSocialAccount & { connectorId: string } {
  return account.connectorId !== null;
}
