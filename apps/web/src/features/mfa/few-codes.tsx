import type { MfaVerification } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { areFew } from './factors.ts';
import { TaskLink } from './task-link.tsx';

type FewCodesProps = { codes: MfaVerification; isLocked: boolean };

/** Says in time that backup codes run out. */
export function FewCodes({ codes, isLocked }: FewCodesProps) {
  const { t } = useTranslation('mfa');
  const count = codes.remainingCodes ?? 0;
  if (!areFew(codes)) return null;
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line bg-warning-soft px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-52">
        <h2 className="font-semibold text-warning">
          {count === 0 ? t('few.none') : t('few.title', { count })}
        </h2>
        <p className="text-sm">{t('few.text')}</p>
      </div>
      {!isLocked && <TaskLink task="codes">{t('newCodes')}</TaskLink>}
    </section>
  );
}
