import type { Profile, ProfileField, Scope } from '@account/procedures/schemas';
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
  const { editing, isDirty, lastOpen, wanted, ...edit } = useEditing(profile, { save, onLost: sayNotSaved });
  useChangeOnItsWay(savingField !== null);

  // Somebody without a name still has another word whose initials stand in for a picture.
  const initialsOf = profile.name ?? person?.username ?? person?.email ?? '';
  const lockOf = locks(profile, person?.scopes);
  const row = (field: ProfileField) =>
    editing?.field.name === field.name ? (
      <FieldEditor
        key={field.name}
        {...{ field, initialsOf, editing }}
        onChange={edit.change}
        onSave={edit.submit}
        onCancel={edit.cancel}
      />
    ) : (
      <FieldRow
        key={field.name}
        {...{ field, initialsOf, profile }}
        isLocked={lockOf(field) !== undefined}
        isSaving={savingField === field.name}
        wasOpen={lastOpen === field.name}
        onEdit={() => (isDirty ? edit.want : edit.start)(field)}
      />
    );
  return (
    <>
      {cardsOf(profile).map(({ group, fields }) => (
        <Card key={group} title={t(`groups.${group}`)} note={<Why lock={fields.map(lockOf).find(Boolean)} />}>
          <Rows>{fields.map(row)}</Rows>
        </Card>
      ))}
      {editing && (
        <DiscardGuard
          field={editing.field}
          {...{ isDirty, wanted }}
          onOpen={edit.start}
          onStay={() => edit.want(null)}
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

type Lock = 'readOnly' | 'notAllowed' | undefined;

/** Why a field cannot be changed, if it cannot. */
function locks({ rights }: Profile, scopes: readonly Scope[] = ['account:write']) {
  return ({ group }: ProfileField): Lock => {
    if (!scopes.includes('account:write')) return 'notAllowed';
    return rights[group] === 'Edit' ? undefined : 'readOnly';
  };
}

function Why({ lock }: { lock: Lock }) {
  const { t } = useTranslation('profile');
  return lock && <p className="mt-0.5 text-sm text-soft">{t(`why.${lock}`)}</p>;
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
