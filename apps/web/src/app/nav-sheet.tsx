import { Menu, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { SideNav } from './side-nav.tsx';

/** The navigation on a phone: a button in the top bar that opens a sheet from the side. */
export function NavSheet() {
  const { t } = useTranslation('shell');
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  return (
    <>
      <Button
        look="plain"
        className="-ms-2 px-2! md:hidden"
        aria-label={t('navigation.open')}
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        <Menu aria-hidden="true" className="size-5" />
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog; the click is on its backdrop */}
      <dialog
        ref={sheet}
        aria-label={t('navigation.label')}
        onClick={(event) => event.target === sheet.current && close()}
        className="my-0 ms-0 me-auto h-dvh max-h-none w-72 max-w-[85vw] border-line border-e bg-surface shadow-raised"
      >
        <div className="flex h-full flex-col gap-4 overflow-y-auto p-4">
          <div className="flex items-center justify-between">
            <span className="px-3 font-semibold tracking-tight">{t('product')}</span>
            <Button look="plain" className="px-2!" aria-label={t('navigation.close')} onClick={close}>
              <X aria-hidden="true" className="size-5" />
            </Button>
          </div>
          <SideNav onFollow={close} />
        </div>
      </dialog>
    </>
  );
}
