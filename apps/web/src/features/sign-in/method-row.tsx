import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lock } from '../../lib/access.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Empty, Row } from '../../ui/card.tsx';
import { Locked } from '../../ui/locked.tsx';
import type { SignInMethod } from './methods.ts';

type MethodRowProps = {
  method: SignInMethod;
  value: string | null;
  lock: Lock | undefined;
  /** Its editor is open. */
  isOpen: boolean;
};

export function MethodRow({ method, value, lock, isOpen }: MethodRowProps) {
  const { t } = useTranslation(['signIn', 'shell']);
  const link = useRef<HTMLAnchorElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The browser gives the focus back to where it was, which is nowhere when the editor was opened by its address.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) link.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const field = t(`fields.${method}`);
  return (
    <Row
      label={field}
      value={value ?? <Empty>{t('notSet')}</Empty>}
      action={
        lock ? (
          <Locked>{t('shell:locked')}</Locked>
        ) : (
          <Link
            ref={link}
            to="/sign-in/{-$method}"
            params={{ method }}
            aria-label={t(value === null ? 'addField' : 'changeField', { field })}
            className={buttonClass()}
          >
            {t(value === null ? 'add' : 'change')}
          </Link>
        )
      }
    />
  );
}
