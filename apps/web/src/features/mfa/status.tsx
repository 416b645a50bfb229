import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Factors } from './factors.ts';

/** On or off, and what that means. */
export function Status({ status }: Pick<Factors, 'status'>) {
  const { t } = useTranslation('mfa');
  const isOn = status === 'on';
  const Icon = isOn ? ShieldCheck : ShieldAlert;
  const look = isOn ? 'bg-accent-soft text-accent' : 'bg-warning-soft text-warning';
  return (
    <section className="flex items-start gap-4 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5">
      <span className={`inline-flex size-11 shrink-0 items-center justify-center rounded-full ${look}`}>
        <Icon aria-hidden="true" className="size-6" />
      </span>
      <div className="min-w-0">
        <h2 className="font-semibold">{t(`status.${status}.title`)}</h2>
        <p className="text-soft">{t(`status.${status}.text`)}</p>
      </div>
    </section>
  );
}
