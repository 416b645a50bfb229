import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/avatar.tsx';
import { controlClass, Field } from '../../ui/field.tsx';

type AvatarInputProps = {
  text: string;
  message: string | undefined;
  initialsOf: string;
  onChange: (text: string) => void;
};

/** The address of a picture, and at once what it looks like. */
export function AvatarInput({ text, message, initialsOf, onChange }: AvatarInputProps) {
  const { t } = useTranslation('profile');
  const [broken, setBroken] = useState('');
  const address = text.trim();
  const settled = useSettled(address);
  const src = /^https:\/\/./i.test(settled) && URL.canParse(settled) ? settled : null;
  return (
    <div className="flex items-start gap-4 max-sm:flex-col">
      <Avatar
        src={src}
        name={initialsOf}
        className="size-20 text-2xl"
        onResult={(loaded) => setBroken(loaded ? '' : settled)}
      />
      <div className="w-full min-w-0 flex-1">
        <Field
          label={t('avatarLabel')}
          hint={t('avatarHint')}
          error={message ?? (src === address && broken === address ? t('avatarBroken') : undefined)}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              dir="ltr"
              autoCapitalize="none"
              autoComplete="photo"
              spellCheck={false}
              placeholder="https://"
              maxLength={2048}
              className={controlClass}
              value={text}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

/** The text once the typing pauses: every letter of an address would ask another host for a picture. */
function useSettled(text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
