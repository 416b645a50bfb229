import { useRouteContext } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../lib/auth-context.ts';
import { finishErrand } from '../../lib/errand.ts';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { useFocusInvalid } from '../../lib/use-focus-invalid.ts';
import { useSignInName } from '../../lib/use-sign-in-name.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { HiddenUsername } from '../../ui/password-input.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CurrentPassword } from './current-password.tsx';
import { NewPassword } from './new-password.tsx';
import { useWritten } from './use-written.ts';

/** A new password, with the rules as they are kept. Who does not remember the current one confirms in another way. */
export function EditPassword({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('signIn');
  const [{ hasPassword, policy }] = trpc.password.get.useSuspenseQuery();
  const isConfirmed = useIsConfirmed();
  const [asksCurrent, setAsksCurrent] = useState(hasPassword && !isConfirmed);
  const [draft, setDraft] = useState({ current: '', password: '', signOutOthers: hasPassword });
  const { update, save } = usePasswordUpdate(hasPassword, onClose);
  const { at, rest } = useFailure({ error: update.error, paths: ['currentPassword', 'password'] });
  const username = useSignInName();
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, update.error);

  const change = (changed: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changed });
    if (update.isError) update.reset();
  };
  const isIncomplete = !draft.password || (asksCurrent && !draft.current);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (update.isPending || isIncomplete) return;
    const { password, current, signOutOthers } = draft;
    void save({ password, signOutOthers, ...(asksCurrent && { currentPassword: current }) });
  };
  return (
    <Dialog title={t(hasPassword ? 'password.change' : 'password.add')} onClose={onClose}>
      <form ref={form} noValidate onSubmit={submit} className="mt-3 text-ink">
        <div className="flex flex-col gap-5">
          <HiddenUsername value={username} />
          {asksCurrent && (
            <CurrentPassword
              value={draft.current}
              error={at('currentPassword')}
              onChange={(current) => change({ current })}
              onForgotten={() => setAsksCurrent(false)}
            />
          )}
          {hasPassword && !asksCurrent && !isConfirmed && (
            <p className="text-soft">{t('password.otherProof')}</p>
          )}
          <NewPassword
            policy={policy}
            value={draft.password}
            error={at('password')}
            onChange={(password) => change({ password })}
          />
          {hasPassword && (
            <SignOutOthers
              isOn={draft.signOutOthers}
              onChange={(signOutOthers) => change({ signOutOthers })}
            />
          )}
          <ErrorLine>{rest}</ErrorLine>
        </div>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" aria-disabled={update.isPending || isIncomplete}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

type SignOutOthersProps = { isOn: boolean; onChange: (isOn: boolean) => void };

function SignOutOthers({ isOn, onChange }: SignOutOthersProps) {
  const { t } = useTranslation('signIn');
  return (
    <label className="flex items-start gap-3">
      <input
        type="checkbox"
        className="mt-0.5 size-4.5 shrink-0 accent-accent-strong"
        checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="text-sm">
        <span className="font-medium">{t('password.signOutOthers')}</span>
        <span className="block text-soft">{t('password.signOutOthersHint')}</span>
      </span>
    </label>
  );
}

/** Whoever has confirmed a moment ago is not asked for the current password on top. */
function useIsConfirmed() {
  const { api } = useRouteContext({ from: '/shell/sign-in/{-$method}' });
  return useState(() => api.proofs.hold('change') !== undefined)[0];
}

type Update = { password: string; currentPassword?: string; signOutOthers: boolean };

function usePasswordUpdate(hadPassword: boolean, onDone: () => void) {
  const { t } = useTranslation('signIn');
  const auth = useAuth();
  const utils = trpc.useUtils();
  const showWritten = useWritten();
  // What was typed is forgotten with the dialog.
  const update = trpc.password.update.useMutation({
    gcTime: 0,
    onSuccess({ signedOut }) {
      showWritten({ hasPassword: true });
      void utils.password.get.invalidate();
      void utils.sessions.invalidate();
      showToast({
        text: t(hadPassword ? `password.done.${signedOut}` : 'password.doneFirst'),
        tone: signedOut === 'failed' ? 'danger' : 'plain',
      });
      onDone();
      // Who is sent away at once would not read that.
      if (signedOut !== 'failed') finishErrand('/sign-in/password');
    },
  });
  const save = async (draft: Update) => {
    const idToken = await auth.idToken();
    update.mutate({ ...draft, ...(idToken !== null && { idToken }) });
  };
  return { update, save };
}
