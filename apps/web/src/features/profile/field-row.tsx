import type { Profile, ProfileField } from '@account/procedures/schemas';
import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/card.tsx';
import { FieldValue } from './field-value.tsx';
import { useLabels } from './labels.ts';

type FieldRowProps = {
  profile: Profile;
  field: ProfileField;
  initialsOf: string;
  isLocked: boolean;
  isSaving: boolean;
  /** It was open a moment ago: its button gets the focus back. */
  wasOpen: boolean;
  onEdit: () => void;
};

export function FieldRow({ profile, field, initialsOf, isLocked, isSaving, wasOpen, onEdit }: FieldRowProps) {
  const { t } = useTranslation('profile');
  const label = useLabels()(field);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Unless it has gone elsewhere on purpose, such as into the next row.
    if (wasOpen && document.activeElement === document.body) button.current?.focus();
  }, [wasOpen]);
  return (
    <Row
      label={label}
      busy={isSaving}
      value={<FieldValue profile={profile} field={field} initialsOf={initialsOf} />}
      action={
        isLocked ? (
          <span className="flex items-center gap-1.5 text-sm text-soft">
            <Lock aria-hidden="true" className="size-3.5" />
            {t('locked')}
          </span>
        ) : (
          <Button ref={button} aria-label={t('editField', { field: label })} onClick={onEdit}>
            {t('edit')}
          </Button>
        )
      }
    />
  );
}
