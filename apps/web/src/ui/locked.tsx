import { Lock } from 'lucide-react';

/** In the place of an action that is closed. Why stands once in the card. */
export function Locked({ children }: { children: string }) {
  return (
    <span className="flex items-center gap-1.5 text-sm text-soft">
      <Lock aria-hidden="true" className="size-3.5" />
      {children}
    </span>
  );
}
