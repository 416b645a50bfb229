import type { Profile, ProfileField } from '@account/procedures/schemas';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../lib/auth-context.ts';
import { setPersonLanguage } from '../../lib/i18n.ts';
import { trpc } from '../../lib/trpc.ts';
import { showToast } from '../../ui/toast.tsx';
import { applyUpdate, type Change, inverseOf } from './apply-update.ts';
import { useLabels } from './labels.ts';

/** Saves a change: shown at once, taken back when the server refuses, and for a moment also when the person does. */
export function useProfileUpdate(profile: Profile) {
  const { t } = useTranslation('profile');
  const labelOf = useLabels();
  const [savingField, setSavingField] = useState<string | null>(null);
  const { mutateAsync } = useOptimisticUpdate();

  const send = async (field: ProfileField, update: Change) => {
    setSavingField(field.name);
    try {
      await mutateAsync(update);
    } finally {
      setSavingField(null);
    }
  };

  const sayNotSaved = (field: ProfileField) =>
    showToast({ text: t('notSaved', { field: labelOf(field) }), tone: 'danger' });

  const save = async (field: ProfileField, update: Change) => {
    const inverse = inverseOf(profile, update);
    await send(field, update);
    const undo = async () => {
      try {
        await send(field, inverse);
        showToast({ text: t('undone', { field: labelOf(field) }) });
      } catch {
        sayNotSaved(field);
      }
    };
    const action = { label: t('undo'), run: () => void undo() };
    showToast({ text: t('saved', { field: labelOf(field) }), action });
  };

  return { save, sayNotSaved, savingField };
}

function useOptimisticUpdate() {
  const auth = useAuth();
  const { profile, account } = trpc.useUtils();
  const show = (update: Change) => profile.get.setData(undefined, (old) => old && applyUpdate(old, update));
  return trpc.profile.update.useMutation({
    // One after the other: each answer is the whole profile, and the last one must hold.
    scope: { id: 'profile' },
    async onMutate(update) {
      await profile.get.cancel();
      const before = profile.get.getData();
      show(update);
      return before && inverseOf(before, update);
    },
    onError: (_error, _update, inverse) => inverse && show(inverse),
    onSuccess(fresh, update) {
      profile.get.setData(undefined, fresh);
      const { name, avatar } = fresh;
      account.overview.setData(undefined, (old) => old && { ...old, name, avatar });
      if (update.profile?.locale === undefined) return;
      void setPersonLanguage(fresh.profile.locale);
      // The next visit takes the language from the ID token, which is renewed together with the access token.
      auth.forgetAccessToken();
      auth.accessToken().catch(() => undefined);
    },
  });
}
