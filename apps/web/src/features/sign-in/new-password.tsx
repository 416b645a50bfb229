import type { PasswordPolicy } from '@account/procedures/schemas';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Checklist } from '../../ui/checklist.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordInput } from '../../ui/password-input.tsx';
import { type PasswordRule, passwordRules, unexplained } from './password-rules.ts';
import { usePasswordCheck } from './use-password-check.ts';
import { useStates } from './use-states.ts';

type NewPasswordProps = {
  policy: PasswordPolicy;
  value: string;
  error: string | undefined;
  onChange: (password: string) => void;
};

/** A new password and, as it is typed, which rules of the tenant it keeps. */
export function NewPassword({ policy, value, error, onChange }: NewPasswordProps) {
  const { t } = useTranslation(['signIn', 'errors']);
  const found = usePasswordCheck(policy, value);
  const other = unexplained(found);
  const rulesId = useId();
  const states = useStates();
  const describe = (rule: PasswordRule) => {
    const { minLength: min, maxLength: max, minCharacterTypes } = policy;
    // The upper limit of most tenants is none that anybody meets.
    if (rule === 'length') return t(max < 64 ? 'password.lengthBoth' : 'password.length', { min, max });
    return t(`password.${rule}`, { min: minCharacterTypes });
  };
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('password.new')} error={error ?? (other && t(`errors:field.${other}`))}>
        {(control) => (
          <PasswordInput
            {...control}
            aria-describedby={`${control['aria-describedby'] ?? ''} ${rulesId}`}
            autoComplete="new-password"
            show={t('password.show')}
            hide={t('password.hide')}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      <Checklist
        id={rulesId}
        label={t('password.rules')}
        states={states}
        items={passwordRules(policy, value, found).map(({ rule, state }) => ({
          text: describe(rule),
          state,
        }))}
      />
    </div>
  );
}
