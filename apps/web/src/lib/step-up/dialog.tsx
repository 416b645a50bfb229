import { type StepUpMethods, type StepUpPurpose, stepUpTtlSeconds } from '@account/procedures/schemas';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { ErrorText } from '../error-text.tsx';
import { trpc } from '../trpc.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import type { Question } from './questions.ts';
import { Reauthenticate } from './reauthenticate.tsx';
import { Ways } from './ways.tsx';

export type StepUpDialogProps = {
  question: Question;
  /** Leaves for the sign-in page. */
  leave: (purpose: StepUpPurpose) => Promise<unknown>;
};

/** Asks who the person is in the best way they have, and offers the others. */
export function StepUpDialog({ question, leave }: StepUpDialogProps) {
  const { t } = useTranslation('stepUp');
  // Asked anew each time: they may have got another address a moment ago.
  const methods = trpc.stepUp.methods.useQuery(undefined, { staleTime: 0, gcTime: 0 });
  return (
    <Dialog title={t('title')} onClose={question.cancel} isOver>
      <p>{t(`why.${question.purpose}`, { minutes: stepUpTtlSeconds / 60 })}</p>
      <div className="mt-4">
        {methods.data ? (
          <Confirm methods={methods.data} question={question} leave={leave} />
        ) : (
          <>
            {methods.error ? (
              <ErrorLine>
                <ErrorText error={methods.error} />
              </ErrorLine>
            ) : (
              <FormSkeleton label={t('loading')} />
            )}
            <DialogActions>
              <Button onClick={question.cancel}>{t('cancel')}</Button>
              {methods.error && (
                <Button look="primary" onClick={() => void methods.refetch()}>
                  {t('again')}
                </Button>
              )}
            </DialogActions>
          </>
        )}
      </div>
    </Dialog>
  );
}

function FormSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      <div className="h-4 w-20 animate-pulse-soft rounded-md bg-line" />
      <div className="h-10 animate-pulse-soft rounded-md bg-line" />
    </div>
  );
}

function Confirm({ methods, question, leave }: StepUpDialogProps & { methods: StepUpMethods }) {
  const { t } = useTranslation('stepUp');
  const [chosen, setChosen] = useState(methods[0]);
  const [isChoosing, setChoosing] = useState(false);
  if (isChoosing || !chosen) {
    return (
      <Ways
        methods={methods}
        onCancel={question.cancel}
        onChoose={(way) => {
          setChosen(way);
          setChoosing(false);
        }}
      />
    );
  }
  const actions = (
    <>
      {methods.length > 1 && (
        <Button look="quiet" className="me-auto -ms-3.5" onClick={() => setChoosing(true)}>
          {t('otherWay')}
        </Button>
      )}
      <Button onClick={question.cancel}>{t('cancel')}</Button>
    </>
  );
  switch (chosen.method) {
    case 'password':
      return <PasswordForm question={question} actions={actions} />;
    case 'email':
    case 'phone':
      return (
        <CodeForm
          key={chosen.method}
          method={chosen.method}
          to={chosen.to ?? ''}
          question={question}
          actions={actions}
        />
      );
    case 'reauthenticate':
      return <Reauthenticate leave={() => leave(question.purpose)} actions={actions} />;
  }
}
