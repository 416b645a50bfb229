import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MessagePage } from '../../ui/page.tsx';
import { ByCode } from './by-code.tsx';
import { ByPassword } from './by-password.tsx';
import { Identify } from './identify.tsx';
import { WelcomeBack } from './welcome-back.tsx';

type Step =
  | { at: 'identify' }
  | { at: 'code'; flow: string; sentAt: number }
  | { at: 'password' /** Codes cannot be sent to this. */; isOnly: boolean }
  | { at: 'done'; from: 'deactivation' | 'deletion' };

/** The way back for people who cannot sign in, because they left. It tells nobody whether an account exists. */
export function ReturnPage() {
  const { t } = useTranslation(['comeBack', 'shell']);
  const [identifier, setIdentifier] = useState('');
  const [step, setStep] = useState<Step>({ at: 'identify' });
  const restart = () => setStep({ at: 'identify' });
  const done = (from: 'deactivation' | 'deletion') => setStep({ at: 'done', from });
  const toPassword = (isOnly: boolean) => setStep({ at: 'password', isOnly });
  const sent = (flow: string) => setStep({ at: 'code', flow, sentAt: Date.now() });
  if (step.at === 'done') return <WelcomeBack from={step.from} />;
  return (
    <MessagePage title={t('title')} product={t('shell:product')}>
      {step.at === 'identify' && (
        <Identify identifier={identifier} onChange={setIdentifier} onSent={sent} onPassword={toPassword} />
      )}
      {step.at === 'code' && (
        <ByCode
          {...{ identifier, flow: step.flow, sentAt: step.sentAt }}
          onSent={sent}
          onPassword={() => toPassword(false)}
          onRestart={restart}
          onDone={done}
        />
      )}
      {step.at === 'password' && (
        <ByPassword identifier={identifier} isOnly={step.isOnly} onRestart={restart} onDone={done} />
      )}
    </MessagePage>
  );
}
