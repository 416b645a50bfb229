import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';

export type Toast = {
  text: string;
  tone?: 'plain' | 'danger';
  /** What can still be done about it, for as long as the toast stays. */
  action?: { label: string; run: () => void };
};

const staysMs = 6_000;
let current: (Toast & { id: number }) | null = null;
let nextId = 0;
const watchers = new Set<() => void>();

/** Says what has just happened. One at a time: a new toast takes the place of the last one. */
export function showToast(toast: Toast | null) {
  current = toast && { ...toast, id: nextId++ };
  for (const watch of watchers) watch();
}

function subscribe(watch: () => void) {
  watchers.add(watch);
  return () => {
    watchers.delete(watch);
  };
}

/** The one place where toasts appear. It is always in the page, or screen readers would miss the first one. */
export function Toaster({ dismiss }: { dismiss: string }) {
  const toast = useSyncExternalStore(subscribe, () => current);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center p-4 md:justify-start pb-[max(1rem,env(safe-area-inset-bottom))]"
    >
      {toast && <ToastBox key={toast.id} toast={toast} dismiss={dismiss} />}
    </div>
  );
}

function ToastBox({ toast: { text, tone, action }, dismiss }: { toast: Toast; dismiss: string }) {
  // It must not vanish under a pointer or a focus that is on its way to the action.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => showToast(null), staysMs);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it reacts to being reached, it is not operated
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-2 rounded-card border border-line bg-surface py-1.5 ps-4 pe-1.5 text-sm shadow-raised"
    >
      <span className={`wrap-anywhere ${tone === 'danger' ? 'text-danger' : ''}`}>{text}</span>
      {action && (
        <Button
          look="quiet"
          onClick={() => {
            showToast(null);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button look="plain" aria-label={dismiss} className="px-2! text-soft" onClick={() => showToast(null)}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
