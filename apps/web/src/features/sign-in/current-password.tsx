import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';

type CurrentPasswordProps = {
  value: string;
  error: string | undefined;
  onChange: (password: string) => void;
  onForgotten: () => void;
};

export function CurrentPassword({ value, error, onChange, onForgotten }: CurrentPasswordProps) {
  const { t } = useTranslation('signIn');
  return (
    <div className="flex flex-col items-start gap-0.5">
      <div className="w-full">
        <Field label={t('password.current')} error={error}>
          {(control) => (
            <PasswordInput
              {...control}
              autoComplete="current-password"
              show={t('password.show')}
              hide={t('password.hide')}
              value={value}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      </div>
      <Button look="quiet" className="-ms-3.5" onClick={onForgotten}>
        {t('password.forgotten')}
      </Button>
    </div>
  );
}
