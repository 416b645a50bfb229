import { useEffect, useState } from 'react';
import * as z from 'zod/mini';

/** The name of what the person is in the middle of, and what it is about. Never a secret. */
export const Resumable = z.object({ name: z.string(), about: z.unknown() });
export type Resumable = z.infer<typeof Resumable>;

let open: Resumable | null = null;
let resumed: Resumable | null = null;

/** What would be lost by leaving the page now. */
export const openAction = () => open;

/** The page that knows this action opens it again when it shows. */
export function resume(action: Resumable | null) {
  resumed = action;
}

/**
 * What a dialog is about, `null` while it is closed. It survives the way to the sign-in page and back, when the person
 * has to sign in anew to confirm: what `about` describes goes through the tab's storage, so it holds no secret.
 */
export function useResumable<About>(name: string, about: z.ZodMiniType<About>) {
  const [value, setValue] = useState<About | null>(() =>
    resumed?.name === name ? (about.safeParse(resumed.about).data ?? null) : null,
  );
  useEffect(() => {
    if (resumed?.name === name) resumed = null;
  }, [name]);
  useEffect(() => {
    if (value === null) return;
    open = { name, about: value };
    return () => {
      open = null;
    };
  }, [name, value]);
  return [value, setValue] as const;
}
