import type { StepUpMethods } from '@account/procedures/schemas';
import { ChevronRight, KeyRound, LogIn, type LucideIcon, Mail, Smartphone } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';

type Way = StepUpMethods[number];

type WaysProps = { methods: StepUpMethods; onChoose: (way: Way) => void; onCancel: () => void };

const icons: Record<Way['method'], LucideIcon> = {
  password: KeyRound,
  email: Mail,
  phone: Smartphone,
  reauthenticate: LogIn,
};

/** Every way to confirm, to choose one. */
export function Ways({ methods, onChoose, onCancel }: WaysProps) {
  const { t } = useTranslation('stepUp');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <>
      <p className="text-sm font-medium text-ink">{t('ways')}</p>
      <ul ref={list} className="mt-2 overflow-clip rounded-control border border-line">
        {methods.map((way) => {
          const Icon = icons[way.method];
          return (
            <li key={way.method} className="not-last:border-line not-last:border-b">
              <button
                type="button"
                onClick={() => onChoose(way)}
                className="flex min-h-12 w-full items-center gap-3 px-3 py-2 text-start text-ink hover:bg-hover focus-visible:-outline-offset-2"
              >
                <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" />
                <span className="min-w-0 flex-1 wrap-anywhere">{t(`way.${way.method}`, { to: way.to })}</span>
                <ChevronRight aria-hidden="true" className="size-4.5 shrink-0 text-soft" />
              </button>
            </li>
          );
        })}
      </ul>
      <DialogActions>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </DialogActions>
    </>
  );
}
