import { EmailStart, fieldErrors, PhoneStart } from '@account/procedures/schemas';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../../lib/use-failure.tsx';
import { useFocusInvalid } from '../../lib/use-focus-invalid.ts';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { controlClass, ErrorLine, Field } from '../../ui/field.tsx';
import { usePhoneFormat } from './use-phone-format.ts';

type AddressFormProps = {
  kind: 'email' | 'phone';
  /** What was tried before. */
  initial: string | null;
  suggested: string | null;
  isBusy: boolean;
  error: unknown;
  onSubmit: (address: string) => void;
  onClose: () => void;
  onRemove?: () => void;
};

export function AddressForm({ kind, initial, suggested, isBusy, error, ...on }: AddressFormProps) {
  const { onSubmit, onClose, onRemove } = on;
  const { t } = useTranslation('signIn');
  const [text, setText] = useState(initial ?? suggested ?? '');
  const [tried, setTried] = useState(initial);
  // What was wrong with an address is not wrong with the next one.
  const isTried = tried === text;
  const found = isTried ? problemsOf(kind, text) : [];
  const { at, rest } = useFailure({ error: isTried ? error : null, found, paths: [kind] });
  const format = usePhoneFormat(kind === 'phone');
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, error, tried);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = kind === 'phone' ? format.complete(text) : text.trim();
    setText(address);
    setTried(address);
    if (!isBusy && problemsOf(kind, address).length === 0) onSubmit(address);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="mt-4 text-ink">
      <div className="flex flex-col gap-4">
        <Field label={t(`${kind}.label`)} hint={kind === 'phone' && t('phone.hint')} error={at(kind)}>
          {(control) => (
            <input
              {...control}
              type={kind === 'phone' ? 'tel' : 'email'}
              dir="ltr"
              autoComplete={kind === 'phone' ? 'tel' : 'email'}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={128}
              className={controlClass}
              value={text}
              onChange={({ target }) => setText(kind === 'phone' ? format.whileTyping(target) : target.value)}
              onBlur={() => kind === 'phone' && setText(format.complete(text))}
            />
          )}
        </Field>
        <ErrorLine>{rest}</ErrorLine>
      </div>
      <DialogActions>
        {onRemove && (
          <Button look="danger" className="me-auto" onClick={onRemove}>
            {t(`${kind}.remove`)}
          </Button>
        )}
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" look="primary" aria-disabled={isBusy}>
          {t('continue')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** What the server would say at once; whether a number exists, only it knows. */
function problemsOf(kind: AddressFormProps['kind'], text: string) {
  const { error } =
    kind === 'email' ? EmailStart.safeParse({ email: text }) : PhoneStart.safeParse({ phone: text });
  return error ? fieldErrors(error.issues) : [];
}
