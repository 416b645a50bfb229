import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';

let unsaved = 0;

/** Whether something that the person typed would be lost by leaving the page. */
export const hasUnsavedChanges = () => unsaved > 0;

/**
 * Holds the person back from losing what they typed: the browser asks on closing or reloading, the returned blocker
 * on navigating inside of the app.
 */
export function useUnsavedChanges(dirty: boolean) {
  useCount(dirty);
  return useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: dirty,
    withResolver: true,
    disabled: !dirty,
  });
}

/** Counts a change that is on its way: nothing to ask about, but lost with the page if the server refuses it. */
export function useChangeOnItsWay(isSaving: boolean) {
  useCount(isSaving);
}

function useCount(counts: boolean) {
  useEffect(() => {
    if (!counts) return;
    unsaved += 1;
    return () => {
      unsaved -= 1;
    };
  }, [counts]);
}
