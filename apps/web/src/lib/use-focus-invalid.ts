import { type RefObject, useEffect } from 'react';

/** After a refusal the focus goes to the first control that has to be mended. */
export function useFocusInvalid(form: RefObject<HTMLFormElement | null>, ...causes: readonly unknown[]) {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, causes);
}
