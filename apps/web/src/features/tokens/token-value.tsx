import type { TokenCreated } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format.ts';
import { useUnsavedChanges } from '../../lib/unsaved.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SecretBox } from '../../ui/secret-box.tsx';

type TokenValueProps = { token: TokenCreated; onDone: () => void };

/** The one time that the value can be seen: only the person's word that it is kept leads out of here. */
export function TokenValue({ token: { name, value, expiresAt }, onDone }: TokenValueProps) {
  const { t } = useTranslation('tokens');
  const locale = useLocale();
  const blocker = useUnsavedChanges(true);
  const done = () => {
    onDone();
    if (blocker.status === 'blocked') blocker.proceed();
  };
  return (
    <Dialog
      title={t('value.title')}
      actions={
        <Button look="primary" onClick={done}>
          {t('value.done')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('value.text', { name })}</p>
        <SecretBox
          label={t('value.label')}
          text={value}
          copy={{ label: t('value.copy'), done: t('value.copied') }}
          download={{ label: t('value.download'), fileName: `${fileName(name)}.txt` }}
        />
        {expiresAt !== null && (
          <p className="text-sm">{t('new.until', { day: formatDay(expiresAt, locale) })}</p>
        )}
      </div>
    </Dialog>
  );
}

/** Letters and digits of any script; the rest means something to one file system or another. */
function fileName(name: string) {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'token';
}
