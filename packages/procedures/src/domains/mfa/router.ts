import { t } from '../../trpc/init.ts';
import { read, sensitive } from '../../trpc/procedure.ts';
import {
  BackupCodes,
  BackupCodesDraft,
  MfaOverview,
  MfaRemoval,
  MfaRemoved,
  TotpFinish,
  TotpFinished,
  TotpStart,
  TotpStarted,
} from './schemas.ts';
import { createBackupCodes, listMfa, removeFactor } from './service.ts';
import { finishTotp, startTotp } from './totp.ts';

export const mfa = t.router({
  list: read('account:mfa', { shows: 'mfa' })
    .output(MfaOverview)
    .query(({ ctx }) => listMfa(ctx)),

  startTotp: sensitive('account:mfa', { journal: 'mfa.totp-started', edits: ['mfa'] })
    .input(TotpStart)
    .output(TotpStarted)
    .mutation(({ ctx, input }) => startTotp(ctx, input)),

  // Its flow alone would do as proof of the step-up that began it, but then a proof that was withdrawn in between,
  // by a new password for instance, would still add a factor.
  finishTotp: sensitive('account:mfa', { journal: 'mfa.totp-added', edits: ['mfa'] })
    .input(TotpFinish)
    .output(TotpFinished)
    .mutation(({ ctx, input }) => finishTotp(ctx, input)),

  createBackupCodes: sensitive('account:mfa', { journal: 'mfa.backup-codes-created', edits: ['mfa'] })
    .input(BackupCodesDraft)
    .output(BackupCodes)
    .mutation(({ ctx, input }) => createBackupCodes(ctx, input)),

  remove: sensitive('account:mfa', { journal: 'mfa.removed', edits: ['mfa'] })
    .input(MfaRemoval)
    .output(MfaRemoved)
    .mutation(({ ctx, input }) => removeFactor(ctx, input)),
});
