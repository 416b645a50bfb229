import { fieldErrorsOf } from '@account/client';
import type { FieldError, Profile, ProfileField, ProfileUpdate } from '@account/procedures/schemas';
import { useRef, useState } from 'react';
import { type Draft, draftOf, isSame, isStored, updateOf } from './inputs.ts';

/** The one row that is open, and what stands in it. */
export type Editing = {
  field: ProfileField;
  draft: Draft;
  errors: readonly FieldError[];
  /** Why the last try failed, when no single field is to blame. */
  failure: unknown;
};

type Parts = {
  save: (field: ProfileField, update: ProfileUpdate) => Promise<void>;
  /** It was refused, and another row is open meanwhile. */
  onLost: (field: ProfileField) => void;
};

/**
 * One row is open at a time. Saving closes it at once, because the page already shows the new value; if the server
 * refuses, the row opens again with what was typed and the reason.
 */
export function useEditing(profile: Profile, { save, onLost }: Parts) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [lastOpen, setLastOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<ProfileField | null>(null);
  const open = useRef<Editing | null>(null);
  const show = (next: Editing | null) => {
    open.current = next;
    setEditing(next);
  };

  const submit = async () => {
    if (!editing) return;
    const { field, draft } = editing;
    if (isStored(profile, draft)) return show(null);
    const { update, errors } = updateOf(field, draft);
    if (!update) return show({ ...editing, errors });
    show(null);
    try {
      await save(field, update);
    } catch (error) {
      if (open.current) onLost(field);
      else show({ field, draft, errors: fieldErrorsOf(error), failure: error });
    }
  };

  return {
    editing,
    isDirty: editing !== null && !isSame(editing.draft, draftOf(profile, editing.field)),
    /** The name of the row that is open, or was the last one. */
    lastOpen,
    /** The row that the person wants to open while another one has unsaved changes. */
    wanted,
    want: setWanted,
    start(field: ProfileField) {
      setWanted(null);
      setLastOpen(field.name);
      show({ field, draft: draftOf(profile, field), errors: [], failure: undefined });
    },
    cancel: () => show(null),
    change(path: string, text: string) {
      if (!editing) return;
      const errors = editing.errors.filter((error) => error.path !== path);
      show({ ...editing, draft: { ...editing.draft, [path]: text }, errors });
    },
    submit,
  };
}
