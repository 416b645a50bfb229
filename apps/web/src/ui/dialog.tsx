import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

type DialogProps = {
  title: string;
  children: ReactNode;
  /** Left out when the content is a form with actions of its own. */
  actions?: ReactNode;
  /** Without it, only the actions lead out. */
  onClose?: () => void;
  /** It may come while another dialog waits below, which is then out of sight. */
  isOver?: boolean;
};

/** A question that must be answered first. Mounted is open; the browser traps the focus and gives it back. */
export function Dialog({ title, children, actions, onClose, isOver }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it is still in the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      data-over={isOver}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // A browser may close it over our head, such as on the second Escape.
      onClose={() => {
        const dialog = ref.current;
        if (!dialog || dialog.open) return;
        if (onClose) onClose();
        else dialog.showModal();
      }}
      className="m-auto w-full max-w-md animate-rise rounded-card border border-line bg-surface p-5 shadow-raised max-sm:max-w-[calc(100vw-2rem)]"
    >
      <h2 id={id} className="text-lg font-semibold text-balance">
        {title}
      </h2>
      <div className="mt-2 text-soft">{children}</div>
      {actions && <DialogActions>{actions}</DialogActions>}
    </dialog>
  );
}

/**
 * The buttons at the end of a dialog; the one that goes on is the last. On a phone it is on top of the others, each as
 * wide as the dialog.
 */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <div className="mt-5 flex flex-wrap justify-end gap-2 max-sm:flex-col-reverse max-sm:*:mx-0 max-sm:*:min-h-11">
      {children}
    </div>
  );
}
