import type { Profile, ProfileField } from '@account/procedures/schemas';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useChangeOnItsWay, useUnsavedChanges } from '../../lib/unsaved.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { FieldEditor } from './field-editor.tsx';
import { FieldRow } from './field-row.tsx';
import { groupOf, groups, useLabels } from './labels.ts';
import { useEditing } from './use-editing.ts';
import { useProfileUpdate } from './use-profile-update.ts';

/** Personal info: what others may know of the person, one row a field. */
export function ProfilePage() {
  const { t } = useTranslation(['profile', 'shell']);
  const [profile] = trpc.profile.get.useSuspenseQuery();
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {profile.fields.length > 0 ? <Fields profile={profile} /> : <Nothing />}
    </Page>
  );
}

function Fields({ profile }: { profile: Profile }) {
  const { t } = useTranslation('profile');
  const labelOf = useLabels();
  const { save, sayNotSaved, savingField } = useProfileUpdate(profile);
  const { editing, isDirty, start, cancel, change, submit } = useEditing(profile, {
    save,
    onLost: sayNotSaved,
  });
  const [lastOpen, setLastOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<ProfileField | null>(null);
  const blocker = useUnsavedChanges(isDirty);
  useChangeOnItsWay(savingField !== null);
  const initialsOf = useInitialsSource(profile);

  const open = (field: ProfileField) => {
    setLastOpen(field.name);
    start(field);
  };
  const edit = (field: ProfileField) => (isDirty ? setWanted(field) : open(field));

  const row = (field: ProfileField) =>
    editing?.field.name === field.name ? (
      <FieldEditor
        key={field.name}
        {...{ field, editing, initialsOf }}
        onChange={change}
        onSave={() => void submit()}
        onCancel={cancel}
      />
    ) : (
      <FieldRow
        key={field.name}
        {...{ profile, field, initialsOf }}
        isSaving={savingField === field.name}
        wasOpen={lastOpen === field.name}
        onEdit={() => edit(field)}
      />
    );
  const cards = groups
    .map((group) => ({ group, fields: profile.fields.filter((field) => groupOf(field) === group) }))
    .filter(({ fields }) => fields.length > 0);

  return (
    <>
      {cards.map(({ group, fields }) => (
        <Card key={group} title={t(`groups.${group}`)}>
          <Rows>{fields.map(row)}</Rows>
        </Card>
      ))}
      {editing && blocker.status === 'blocked' && (
        <DiscardDialog field={labelOf(editing.field)} onDiscard={blocker.proceed} onStay={blocker.reset} />
      )}
      {editing && wanted && (
        <DiscardDialog
          field={labelOf(editing.field)}
          onStay={() => setWanted(null)}
          onDiscard={() => {
            setWanted(null);
            open(wanted);
          }}
        />
      )}
    </>
  );
}

/** Whose initials stand in for a picture: somebody without a name still has another word. */
function useInitialsSource({ name }: Profile) {
  const { data } = trpc.account.overview.useQuery();
  return name ?? data?.username ?? data?.email ?? '';
}

function Nothing() {
  const { t } = useTranslation('profile');
  return (
    <section className="rounded-card border border-line border-dashed px-5 py-10 text-center">
      <h2 className="font-semibold">{t('nothing.title')}</h2>
      <p className="mt-1 text-soft">{t('nothing.text')}</p>
    </section>
  );
}
