import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { finishErrand, useSuggestion } from '../../lib/errand.ts';
import { listFormat } from '../../lib/intl.ts';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { useFailure } from '../../lib/use-failure.tsx';
import { useFocusInvalid } from '../../lib/use-focus-invalid.ts';
import { Button } from '../../ui/button.tsx';
import { Checklist } from '../../ui/checklist.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { RemoveIdentifier, useRemoving } from './remove-identifier.tsx';
import { useStates } from './use-states.ts';
import { useWritten } from './use-written.ts';
import { usernameRules } from './username-rules.ts';

export function EditUsername({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('signIn');
  const [{ username: current, policy }] = trpc.username.get.useSuspenseQuery();
  const [isRemoving, remove] = useRemoving('username');
  const [asked, setAsked] = useResumable('sign-in.username', z.string());
  const suggested = useSuggestion('/sign-in/username');
  const [text, setText] = useState(asked ?? suggested ?? current ?? '');
  const showWritten = useWritten();
  const update = trpc.username.update.useMutation({
    onSuccess({ username }) {
      showWritten({ username });
      showToast({ text: t('username.done', { value: username }) });
      onClose();
      finishErrand('/sign-in/username');
    },
  });
  const { at, rest } = useFailure({ error: update.error, paths: ['username'] });
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, update.error);
  const rulesId = useId();
  const states = useStates();
  const describe = useRuleTexts();

  if (isRemoving && current) return <RemoveIdentifier kind="username" value={current} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (update.isPending || !text.trim()) return;
    setAsked(text);
    update.mutate({ username: text });
  };
  return (
    <Dialog title={t(current ? 'username.change' : 'username.add')} onClose={onClose}>
      <p>{t(current ? 'username.text' : 'username.first')}</p>
      <form ref={form} noValidate onSubmit={submit} className="mt-4 text-ink">
        <div className="flex flex-col gap-4">
          <Field label={t('fields.username')} error={at('username')}>
            {(control) => (
              <input
                {...control}
                aria-describedby={`${control['aria-describedby'] ?? ''} ${rulesId}`}
                type="text"
                dir="ltr"
                autoComplete="username"
                autoCapitalize="none"
                autoCorrect="off"
                spellCheck={false}
                maxLength={128}
                className={controlClass}
                value={text}
                onChange={({ target }) => {
                  setText(target.value);
                  update.reset();
                }}
              />
            )}
          </Field>
          <Checklist
            id={rulesId}
            label={t('username.rules')}
            states={states}
            items={usernameRules(policy, text.trim()).map((rule) => ({
              text: describe(rule),
              state: rule.state,
            }))}
          />
          {!policy.caseSensitive && <p className="text-sm text-soft">{t('username.ignoresCase')}</p>}
          <ErrorLine>{rest}</ErrorLine>
        </div>
        <DialogActions>
          {current && (
            <Button look="danger" className="me-auto" onClick={remove}>
              {t('username.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" aria-disabled={update.isPending || !text.trim()}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useRuleTexts() {
  const { t, i18n } = useTranslation('signIn');
  const list = listFormat(i18n.language, {});
  return (rule: ReturnType<typeof usernameRules>[number]) => {
    switch (rule.kind) {
      case 'length':
        return t('username.length', { min: rule.min, max: rule.max });
      case 'characters':
        return t('username.characters', {
          kinds: list.format(rule.allowed.map((kind) => t(`username.${kind}`))),
        });
      case 'start':
        return t('username.start');
    }
  };
}
