import { useTranslation } from 'react-i18next';
import { CodeStep } from '../../lib/code-step.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';

type ByCodeProps = {
  identifier: string;
  flow: string;
  sentAt: number;
  onSent: (flow: string) => void;
  onPassword: () => void;
  onRestart: () => void;
  onDone: (from: 'deactivation' | 'deletion') => void;
};

/** The code that came, if one came. */
export function ByCode({ identifier, flow, sentAt, onSent, onPassword, onRestart, onDone }: ByCodeProps) {
  const { t } = useTranslation('comeBack');
  const finish = trpc.lifecycle.finish.useMutation({ onSuccess: ({ from }) => onDone(from) });
  const start = trpc.lifecycle.start.useMutation({
    onSuccess: ({ flow }) => {
      finish.reset();
      onSent(flow);
    },
  });
  return (
    <div className="flex w-full flex-col gap-4 text-start">
      <CodeStep
        sent={{ to: identifier.trim(), sentAt }}
        text={t('sent', { to: identifier.trim() })}
        isBusy={finish.isPending || start.isPending}
        error={start.error ?? finish.error}
        confirm={t('open')}
        onSubmit={(code) => finish.mutate({ flow, code })}
        onResend={() => start.mutate({ identifier: identifier.trim() })}
        actions={<Button onClick={onRestart}>{t('back')}</Button>}
      />
      <Button look="quiet" className="self-center" onClick={onPassword}>
        {t('usePassword')}
      </Button>
    </div>
  );
}
