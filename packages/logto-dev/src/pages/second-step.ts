import type Router from '@koa/router';
import type { User } from '../state.ts';
import { type Attempt, beginAttempt, finish, logStep, type PageParts, readForm } from './attempt.ts';
import { sendPage } from './layout.ts';
import { codeOfDemoApp, type Factor, secondFactors, useFactor } from './second-factor.ts';
import { secondStepView } from './sign-in-view.ts';

const refusals = {
  Totp: 'session.mfa.invalid_totp_code',
  BackupCode: 'session.mfa.invalid_backup_code',
} as const;

/** The page between the password and the application for people with two-step verification. */
export function addSecondStepRoutes(router: Router, parts: PageParts) {
  router.get('/sign-in/second-step', async (ctx) => {
    const attempt = await beginAttempt(ctx, parts);
    const pending = findPending(attempt);
    if (!pending) return ctx.redirect('/sign-in');
    sendSecondStep(attempt, { user: pending.user, kind: factorOf(ctx.query.kind) });
  });

  router.post('/sign-in/second-step', async (ctx) => {
    const attempt = await beginAttempt(ctx, parts);
    const pending = findPending(attempt);
    if (!pending) return ctx.redirect('/sign-in');
    const { user, verifications } = pending;
    const form = await readForm(ctx);
    const kind = factorOf(form.get('kind'));
    if (!useFactor(user, kind, form.get('code') ?? '')) {
      logStep(attempt, `Verification.${kind}.Submit`, { error: refusals[kind], userId: user.id });
      return sendSecondStep(attempt, { user, kind, error: 'This code does not fit.' });
    }
    logStep(attempt, `Verification.${kind}.Submit`, { userId: user.id });
    await finish(attempt, { user, verifications: [...verifications, kind] });
  });
}

function sendSecondStep({ ctx, state }: Attempt, { user, kind, error }: SecondStep) {
  const hasBackupCodes = secondFactors(state, user).includes('BackupCode');
  sendPage(ctx, state, {
    title: 'Two-step verification',
    status: error ? 422 : 200,
    main: secondStepView({
      hasBackupCodes,
      isBackup: kind === 'BackupCode',
      demoCode: codeOfDemoApp(user),
      error,
    }),
  });
}

type SecondStep = { user: User; kind: Factor; error?: string };

function findPending({ state, interaction: { result } }: Attempt) {
  const user = typeof result?.pendingUserId === 'string' ? state.users.get(result.pendingUserId) : undefined;
  const verifications = Array.isArray(result?.verifications) ? result.verifications.map(String) : [];
  return user && { user, verifications };
}

const factorOf = (value: unknown): Factor => (value === 'BackupCode' ? 'BackupCode' : 'Totp');
