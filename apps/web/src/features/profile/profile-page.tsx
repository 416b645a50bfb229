import type { Profile, ProfileField } from '@account/procedures/schemas';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { useChangeOnItsWay } from '../../lib/unsaved.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { DiscardGuard } from './discard-guard.tsx';
import { FieldEditor } from './field-editor.tsx';
import { FieldRow } from './field-row.tsx';
import { groupOf, groups } from './labels.ts';
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
  const { data: person } = trpc.account.overview.useQuery();
  const { save, sayNotSaved, savingField } = useProfileUpdate(profile);
  const { editing, isDirty, start, cancel, change, submit } = useEditing(profile, {
    save,
    onLost: sayNotSaved,
  });
  const [lastOpen, setLastOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<ProfileField | null>(null);
  useChangeOnItsWay(savingField !== null);

  // Somebody without a name still has another word whose initials stand in for a picture.
  const initialsOf = profile.name ?? person?.username ?? person?.email ?? '';
  const mayWrite = person?.scopes.includes('account:write') ?? true;
  const open = (field: ProfileField) => {
    setWanted(null);
    setLastOpen(field.name);
    start(field);
  };
  const row = (field: ProfileField) => {
    const shared = { key: field.name, field, initialsOf };
    if (editing?.field.name === field.name) {
      return (
        <FieldEditor {...shared} editing={editing} onChange={change} onSave={submit} onCancel={cancel} />
      );
    }
    return (
      <FieldRow
        {...shared}
        profile={profile}
        lock={lockOf(profile, field, mayWrite)}
        isSaving={savingField === field.name}
        wasOpen={lastOpen === field.name}
        onEdit={() => (isDirty ? setWanted(field) : open(field))}
      />
    );
  };
  return (
    <>
      {cardsOf(profile).map(({ group, fields }) => (
        <Card key={group} title={t(`groups.${group}`)}>
          <Rows>{fields.map(row)}</Rows>
        </Card>
      ))}
      {editing && (
        <DiscardGuard
          field={editing.field}
          isDirty={isDirty}
          wanted={wanted}
          onStay={() => setWanted(null)}
          onOpen={open}
        />
      )}
    </>
  );
}

function cardsOf({ fields }: Profile) {
  return groups
    .map((group) => ({ group, fields: fields.filter((field) => groupOf(field) === group) }))
    .filter((card) => card.fields.length > 0);
}

function lockOf({ rights }: Profile, { group }: ProfileField, mayWrite: boolean) {
  if (rights[group] !== 'Edit') return 'readOnly';
  return mayWrite ? null : 'notAllowed';
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
