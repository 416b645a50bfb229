import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

const tones = {
  plain: { look: 'bg-sunken text-ink', icon: Info },
  good: { look: 'bg-surface text-success', icon: CircleCheck },
  danger: { look: 'bg-danger-soft text-danger', icon: CircleAlert },
};

type NoticeProps = {
  tone: keyof typeof tones;
  children: ReactNode;
  /** The name of the button that takes it away. */
  dismiss: string;
  onDismiss: () => void;
};

/** What a page has to say before everything else, until the person takes it away. */
export function Notice({ tone, children, dismiss, onDismiss }: NoticeProps) {
  const { look, icon: Icon } = tones[tone];
  return (
    <div
      role="alert"
      className={`flex animate-rise items-start gap-3 rounded-card border border-line py-2 ps-4 pe-2 ${look}`}
    >
      <Icon aria-hidden="true" className="mt-2 size-5 shrink-0" />
      <p className="min-w-0 flex-1 py-1.5 wrap-anywhere">{children}</p>
      <Button look="plain" aria-label={dismiss} className="px-2!" onClick={onDismiss}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
