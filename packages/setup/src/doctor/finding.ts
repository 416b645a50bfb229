import { z } from 'zod';

/** `skip`: could not be looked at, because of another failure. */
const Status = z.enum(['ok', 'warn', 'fail', 'skip']);
type Status = z.infer<typeof Status>;

/** What `account doctor --json` prints. */
export const DoctorReport = z.strictObject({
  /** The worst of all checks. */
  status: Status,
  checks: z.array(
    z.strictObject({
      /** Stable, for programs. */
      id: z.string(),
      status: Status,
      /** What is the case and, where it is not well, what to do. */
      message: z.string(),
    }),
  ),
});
export type DoctorReport = z.infer<typeof DoctorReport>;
export type Finding = DoctorReport['checks'][number];

export const ok = (id: string, message: string): Finding => ({ id, status: 'ok', message });
export const warn = (id: string, message: string): Finding => ({ id, status: 'warn', message });
export const fail = (id: string, message: string): Finding => ({ id, status: 'fail', message });
export const skip = (id: string, message: string): Finding => ({ id, status: 'skip', message });

const order: readonly Status[] = ['fail', 'skip', 'warn', 'ok'];

/** Skipped checks are no news of their own: what they wait for has failed. */
export const worstOf = (findings: Finding[]): Status =>
  order.find((status) => findings.some((finding) => finding.status === status)) ?? 'ok';

const signs: Record<Status, string> = { ok: '✓', warn: '!', fail: '✗', skip: '·' };

export const describeFindings = (findings: Finding[]): string =>
  findings.map(({ id, status, message }) => `${signs[status]} ${id.padEnd(22)} ${message}`).join('\n');
