import { Check, Copy, Download } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { saveFile } from './save-file.ts';

type SecretBoxProps = {
  /** What it is, for screen readers. */
  label: string;
  /** What is copied and downloaded. */
  text: string;
  copy: { label: string; done: string };
  download?: { label: string; fileName: string };
  /** More that can be done with it, such as printing. */
  actions?: ReactNode;
  /** How it looks, if not as the text itself. */
  children?: ReactNode;
};

/** Something that is shown once, and the ways to keep it. */
export function SecretBox({ label, text, copy, download, actions, children }: SecretBoxProps) {
  const shown = useRef<HTMLDivElement>(null);
  return (
    <div className="overflow-clip rounded-control border border-line-strong/60 bg-sunken text-ink">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of text is no form field */}
      <div
        ref={shown}
        role="group"
        aria-label={label}
        translate="no"
        dir="ltr"
        className="p-3 font-mono text-sm wrap-anywhere select-all"
      >
        {children ?? text}
      </div>
      <div className="flex flex-wrap gap-x-1 border-line border-t p-1">
        <CopyButton text={text} {...copy} onRefused={() => select(shown.current)} />
        {download && (
          <Button look="quiet" onClick={() => saveFile(text, { name: download.fileName })}>
            <Download aria-hidden="true" className="size-4" />
            {download.label}
          </Button>
        )}
        {actions}
      </div>
    </div>
  );
}

type CopyButtonProps = {
  text: string;
  label: string;
  /** Said for a moment after it worked. */
  done: string;
  /** The browser does not allow it. */
  onRefused?: () => void;
};

export function CopyButton({ text, label, done, onRefused }: CopyButtonProps) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), 2_500);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = () => navigator.clipboard.writeText(text).then(() => setDone(true), onRefused);
  const Icon = isDone ? Check : Copy;
  return (
    <Button look="quiet" onClick={() => void copy()}>
      <Icon aria-hidden="true" className="size-4" />
      <span role="status">{isDone ? done : label}</span>
    </Button>
  );
}

/** The next best thing to copying: ready for the keyboard. */
function select(element: HTMLElement | null) {
  if (element) getSelection()?.selectAllChildren(element);
}
