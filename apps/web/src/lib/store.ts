/** One value that React can watch through `useSyncExternalStore`. */
export function createStore<Value>(initial: Value) {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set(next: Value) {
      if (Object.is(value, next)) return;
      value = next;
      for (const watch of watchers) watch();
    },
    subscribe(watch: () => void) {
      watchers.add(watch);
      return () => {
        watchers.delete(watch);
      };
    },
  };
}
