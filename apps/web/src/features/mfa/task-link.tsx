import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '../../ui/button.tsx';
import type { TwoStepTask } from './tasks.ts';

type TaskLinkProps = { task: TwoStepTask; label?: string; children: ReactNode };

/** Opens a task by its address. */
export function TaskLink({ task, label, children }: TaskLinkProps) {
  return (
    <Link to="/two-step/{-$task}" params={{ task }} aria-label={label} className={buttonClass()}>
      {children}
    </Link>
  );
}
