import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { tabMemory } from './storage.ts';
import { createStore } from './store.ts';

/**
 * What a link of another site asks for (`/sign-in/email?redirect=https://app.example.com/x&show_success=true`): the
 * person comes for one thing, and goes back when it is done. The parameters are those of Logto's own account center.
 */
const Errand = z.object({
  /** The page of this app that the link led to. */
  path: z.string(),
  /** Where the person goes back to, if that is allowed. */
  redirect: z.nullable(z.string()),
  /** Told here that it is done, instead of being sent back at once. */
  showSuccess: z.boolean(),
  /** The new address or name, to save the typing. */
  identifier: z.nullable(z.string()),
  isDone: z.boolean(),
});
type Errand = z.infer<typeof Errand>;

const key = 'errand';
const parameters = ['redirect', 'show_success', 'identifier'] as const;
const current = createStore<Errand | null>(null);

function keep(errand: Errand | null) {
  tabMemory.set(key, errand && JSON.stringify(errand));
  current.set(errand);
}

/**
 * Takes the errand out of the address, into this tab: there it outlasts the sign-in, a confirmation and a reload.
 * @param origins the sites that people may be sent back to; a link to any other is a link without a way back
 */
export function startErrand(origins: readonly string[]) {
  const url = new URL(location.href);
  if (parameters.some((name) => url.searchParams.has(name)) && url.pathname !== '/callback') {
    const { redirect = null, show_success, identifier } = Object.fromEntries(url.searchParams);
    const path = url.pathname.replace(/\/$/, '');
    const showSuccess = show_success === 'true' || show_success === '1';
    keep({ path, redirect, showSuccess, identifier: identifier?.slice(0, 128) || null, isDone: false });
    for (const name of parameters) url.searchParams.delete(name);
    history.replaceState(history.state, '', url.pathname + url.search + url.hash);
  }
  const stored = readStored();
  current.set(stored && { ...stored, redirect: allowedRedirect(stored.redirect, origins) });
}

function readStored() {
  try {
    return Errand.safeParse(JSON.parse(tabMemory.get(key) ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** An address of one of these origins, exactly; `null` for every other text. */
export function allowedRedirect(text: string | null, origins: readonly string[]) {
  if (!text || !URL.canParse(text)) return null;
  const { protocol, username, password, origin, href } = new URL(text);
  // An address such as blob:https://… has the origin of what stands in it.
  const isPage = protocol === 'https:' || protocol === 'http:';
  return isPage && !username && !password && origins.includes(origin) ? href : null;
}

/** The thing is done: if a link asked for it, the person is sent back, or told that they can go. */
export function finishErrand(path: string) {
  const errand = current.get();
  if (!errand?.redirect || errand.path !== path) return;
  if (errand.showSuccess) keep({ ...errand, isDone: true });
  else goBack(errand.redirect);
}

export function goBack(redirect: string) {
  dropErrand();
  location.assign(redirect);
}

export function dropErrand() {
  keep(null);
}

export function useErrand() {
  return useSyncExternalStore(current.subscribe, current.get);
}

/** What the link says that the person wants to have there. */
export function useSuggestion(path: string) {
  const errand = useErrand();
  return errand?.path === path ? errand.identifier : null;
}
