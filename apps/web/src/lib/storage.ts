/** Web storage that may be blocked: then reading finds nothing and writing does nothing. */
function safe(storage: () => Storage) {
  return {
    get(key: string) {
      try {
        return storage().getItem(`account:${key}`);
      } catch {
        return null;
      }
    },
    set(key: string, value: string | null) {
      try {
        if (value === null) storage().removeItem(`account:${key}`);
        else storage().setItem(`account:${key}`, value);
      } catch {
        // Blocked or full; what is kept here is a convenience.
      }
    },
  };
}

/** Shared by all tabs, kept for ever. */
export const browserMemory = safe(() => localStorage);
/** This tab alone, until it closes. */
export const tabMemory = safe(() => sessionStorage);
