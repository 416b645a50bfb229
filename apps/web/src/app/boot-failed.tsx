import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { MessagePage } from '../ui/page.tsx';

/** The configuration could not be read: there is no app to show. */
export function BootFailed() {
  const { t } = useTranslation('shell');
  return (
    <MessagePage title={t('boot.title')} product={t('product')}>
      <p role="alert" className="text-soft">
        {t('boot.text')}
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('boot.action')}
      </Button>
    </MessagePage>
  );
}
