import { fieldErrorsOf } from '@account/client';
import type { FieldError } from '@account/procedures/schemas';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from './error-text.tsx';

type Refusal = {
  /** What the last call failed with, if it did. */
  error: unknown;
  /** What was found before there was a call. */
  found?: readonly FieldError[];
  /** The paths of the input that have a control of their own. */
  paths: readonly string[];
};

/** Sorts what went wrong: a text for each control, and the rest, which belongs to none. */
export function useFailure({ error, found = [], paths }: Refusal) {
  const { t } = useTranslation('errors');
  const placed = [...found, ...fieldErrorsOf(error)].filter(({ path }) => paths.includes(path));
  const hasRest = error !== null && error !== undefined && placed.length === 0;
  const rest: ReactNode = hasRest ? <ErrorText error={error} /> : undefined;
  return {
    /** The text for the control of this path. */
    at(path: string): string | undefined {
      const first = placed.find((error) => error.path === path);
      return first && t(`field.${first.code}`, { limit: first.limit });
    },
    rest,
  };
}
