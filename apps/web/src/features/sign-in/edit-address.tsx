import { fieldErrorsOf } from '@account/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { CodeStep } from '../../lib/code-step.tsx';
import { finishErrand, useSuggestion } from '../../lib/errand.ts';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AddressForm } from './address-form.tsx';
import { RemoveIdentifier, useRemoving } from './remove-identifier.tsx';
import { useWritten } from './use-written.ts';

type EditAddressProps = { kind: 'email' | 'phone'; onClose: () => void };

/** A new address, the code that was sent to it, done: in one dialog. */
export function EditAddress({ kind, onClose }: EditAddressProps) {
  const { t } = useTranslation('signIn');
  const [person] = trpc.account.overview.useSuspenseQuery();
  const current = kind === 'phone' ? person.phoneText : person.email;
  const [isRemoving, remove] = useRemoving(kind);
  const suggested = useSuggestion(`/sign-in/${kind}`);
  const { asked, sent, start, finish, back } = useAddressChange(kind, onClose);

  if (isRemoving && current) return <RemoveIdentifier kind={kind} value={current} onClose={onClose} />;
  return (
    <Dialog title={t(current ? `${kind}.change` : `${kind}.add`)} onClose={onClose}>
      {sent ? (
        <CodeStep
          sent={sent}
          isBusy={start.isPending || finish.isPending}
          error={start.error ?? finish.error}
          confirm={t('confirm')}
          onSubmit={(code) => finish.mutate({ flow: sent.flow, code })}
          onResend={() => start.mutate(sent.to)}
          actions={
            <>
              <Button className="me-auto" onClick={back}>
                {t('back')}
              </Button>
              <Button onClick={onClose}>{t('cancel')}</Button>
            </>
          }
        />
      ) : (
        <>
          <p>{current ? t(`${kind}.text`, { value: current }) : t(`${kind}.first`)}</p>
          <AddressForm
            kind={kind}
            initial={asked}
            suggested={suggested}
            isBusy={start.isPending}
            error={start.error ?? finish.error}
            onSubmit={(address) => start.mutate(address)}
            onClose={onClose}
            {...(current ? { onRemove: remove } : {})}
          />
        </>
      )}
    </Dialog>
  );
}

type Sent = { flow: string; to: string; sentAt: number };

function useAddressChange(kind: EditAddressProps['kind'], onDone: () => void) {
  const { t } = useTranslation('signIn');
  const { client } = trpc.useUtils();
  const showWritten = useWritten();
  const [asked, setAsked] = useResumable(`sign-in.${kind}`, z.string());
  const [sent, setSent] = useState<Sent | null>(null);

  const start = useMutation({
    mutationFn: (address: string) =>
      kind === 'email'
        ? client.email.start.mutate({ email: address })
        : client.phone.start.mutate({ phone: address }),
    onMutate: setAsked,
    // The whole address: the person has just typed it, and looks for a mistake in it when no code comes.
    onSuccess({ flow }, address) {
      setSent({ flow, to: address, sentAt: Date.now() });
      finish.reset();
    },
  });
  const finish = useMutation({
    mutationFn: async (proof: { flow: string; code: string }) =>
      kind === 'email' ? client.email.finish.mutate(proof) : client.phone.finish.mutate(proof),
    onMutate: () => start.reset(),
    onSuccess(written) {
      showWritten(written);
      showToast({
        text: t(`${kind}.done`, { value: 'email' in written ? written.email : written.phoneText }),
      });
      onDone();
      finishErrand(`/sign-in/${kind}`);
    },
    onError(error) {
      // The code was right, the address is at fault: somebody else has it.
      if (fieldErrorsOf(error).some(({ path }) => path === kind)) setSent(null);
    },
  });
  const back = () => {
    finish.reset();
    setSent(null);
  };
  return { asked, sent, start, finish, back };
}
