import { ArrowLeft, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dropErrand, goBack, useErrand } from '../lib/errand.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** For somebody whom another site has sent here: the way back, and the word that all is done. */
export function ErrandBar() {
  const { t } = useTranslation('shell');
  const errand = useErrand();
  if (!errand?.redirect) return null;
  const { redirect, isDone } = errand;
  const site = new URL(redirect).host;
  if (isDone) return <Done site={site} redirect={redirect} />;
  return (
    <div className="border-line border-b bg-accent-soft print:hidden">
      <div className="mx-auto flex max-w-5xl items-center justify-between gap-2 px-4 sm:px-6">
        <a
          href={redirect}
          onClick={(event) => {
            event.preventDefault();
            goBack(redirect);
          }}
          className="flex min-h-10 min-w-0 items-center gap-2 py-1 text-sm font-medium text-accent wrap-anywhere hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
          {t('errand.back', { site })}
        </a>
        <Button look="plain" className="px-2!" aria-label={t('dismiss')} onClick={dropErrand}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
    </div>
  );
}

function Done({ site, redirect }: { site: string; redirect: string }) {
  const { t } = useTranslation('shell');
  return (
    <Dialog
      title={t('errand.done')}
      onClose={dropErrand}
      actions={
        <>
          <Button onClick={dropErrand}>{t('errand.stay')}</Button>
          <Button look="primary" onClick={() => goBack(redirect)}>
            {t('errand.back', { site })}
          </Button>
        </>
      }
    >
      {t('errand.text', { site })}
    </Dialog>
  );
}
