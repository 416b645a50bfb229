import { useSyncExternalStore } from 'react';
import { browserMemory } from './storage.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The name under which `public/theme.js` finds the choice before the first paint. */
const key = 'theme';
const watchers = new Set<() => void>();

function read(): Theme {
  const stored = browserMemory.get(key);
  return themes.find((theme) => theme === stored) ?? 'system';
}

function apply() {
  const theme = read();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const watch of watchers) watch();
}

export function setTheme(theme: Theme) {
  browserMemory.set(key, theme === 'system' ? null : theme);
  apply();
}

/** The choice, followed when another tab changes it. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(watch: () => void) {
  if (watchers.size === 0) addEventListener('storage', apply);
  watchers.add(watch);
  return () => {
    watchers.delete(watch);
    if (watchers.size === 0) removeEventListener('storage', apply);
  };
}
