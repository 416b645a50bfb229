import { z } from 'zod';
import type { Step } from './steps.ts';

/** What `account setup --json` prints. */
export const SetupReport = z.strictObject({
  endpoint: z.string(),
  /** The indicator of the API resource. */
  resource: z.string(),
  publicUrl: z.string(),
  /** `applied`: done. `planned`: there is something to do, and nobody has agreed. `unchanged`: all is as it should be. */
  outcome: z.enum(['applied', 'planned', 'unchanged']),
  steps: z.array(
    z.strictObject({
      action: z.enum(['create', 'change', 'leave', 'delete']),
      kind: z.enum(['application', 'resource', 'scope', 'role', 'webhook', 'variable']),
      name: z.string(),
      changes: z.array(z.strictObject({ field: z.string(), from: z.json(), to: z.json() })),
    }),
  ),
  /** Where the variables of kind `variable` are. */
  envFile: z.string(),
});
export type SetupReport = z.infer<typeof SetupReport>;

export type ReportedStep = Pick<Step, 'action' | 'name' | 'changes'> & { kind: Step['kind'] | 'variable' };

const signs = { create: '+', change: '~', leave: '=', delete: '-' } as const;

/** The plan for people, like a diff. */
export function describePlan(steps: ReportedStep[]): string {
  const lines = steps.flatMap(({ action, kind, name, changes }) => [
    `${signs[action]} ${kind.padEnd(12)} ${name}`,
    ...changes.map(({ field, from, to }) =>
      action === 'create' ? `    ${field}: ${show(to)}` : `    ${field}: ${show(from)} → ${show(to)}`,
    ),
  ]);
  return [...lines, '', summary(steps)].join('\n');
}

const words = { create: 'to create', change: 'to change', delete: 'to delete', leave: 'as they should be' };

function summary(steps: ReportedStep[]) {
  const counts = Object.entries(words).flatMap(([action, word]) => {
    const count = steps.filter((step) => step.action === action).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${counts.join(', ')}.`;
}

function show(value: unknown): string {
  if (value === undefined || value === null) return '(none)';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(show).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The same for programs: only JSON. */
export const reportSteps = (steps: ReportedStep[]): SetupReport['steps'] =>
  SetupReport.shape.steps.parse(
    steps.map(({ action, kind, name, changes }) => ({
      ...{ action, kind, name },
      changes: changes.map(({ field, from = null, to = null }) => ({ field, from, to })),
    })),
  );
