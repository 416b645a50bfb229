import { useEffect } from 'react';

const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/** Tries in a row, also across pages that failed one after the other. */
let row = 0;
let lastTriedAt = 0;

function nextWaitMs() {
  if (Date.now() - lastTriedAt > 2 * longestWaitMs) row = 0;
  lastTriedAt = Date.now();
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** row);
  row += 1;
  // Not all tabs at once, when a server comes back.
  return wait * (0.75 + Math.random() / 2);
}

/**
 * Does it once more by itself, each time after a longer wait, and at once when the network is back.
 * @param attempt another one for each try that failed, where the component stays
 */
export function useTryingAgain(
  tryAgain: () => void,
  { isOn, attempt = 0 }: { isOn: boolean; attempt?: number },
) {
  // One wait for each attempt, whatever is rendered meanwhile.
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(tryAgain, nextWaitMs());
    addEventListener('online', tryAgain);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', tryAgain);
    };
  }, [isOn, attempt]);
}
