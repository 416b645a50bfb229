import { endCode, proveCode, sendCode } from '../../policy/codes.ts';
import type { CodeSent } from '../../policy/codes-schemas.ts';
import { checkFreshSignIn } from '../../policy/fresh-sign-in.ts';
import { mask } from '../../policy/mask.ts';
import { provePassword } from '../../policy/password-proof.ts';
import { issueStepUp } from '../../policy/step-up.ts';
import { canSend } from '../../policy/way-in.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import type { StepUpFinish, StepUpMethods, StepUpProof, StepUpStart } from './schemas.ts';

/** How the person can prove who they are. Signing in anew is always possible, so it is the last resort. */
export async function listMethods({ services, user }: PersonContext): Promise<StepUpMethods> {
  const connectors = await services.tenant.connectors();
  const { hasPassword, primaryEmail, primaryPhone } = user;
  return [
    ...(hasPassword ? [{ method: 'password' as const }] : []),
    ...(primaryEmail && canSend(connectors, 'email')
      ? [{ method: 'email' as const, to: mask(primaryEmail) }]
      : []),
    ...(primaryPhone && canSend(connectors, 'phone')
      ? [{ method: 'phone' as const, to: mask(primaryPhone) }]
      : []),
    { method: 'reauthenticate' },
  ];
}

/** Sends a code to the person's current address. `POST /api/verification-codes`. */
export async function sendStepUpCode(ctx: ChangeContext, { method }: StepUpStart): Promise<CodeSent> {
  const value = method === 'email' ? ctx.user.primaryEmail : ctx.user.primaryPhone;
  if (!value) throw new AccountError('NOT_AVAILABLE');
  const sent = await sendCode(ctx, { personId: ctx.user.id, purpose: 'step-up' }, { kind: method, value });
  return { ...sent, to: mask(value) };
}

/** Checks a proof and gives a token for it. Throws `INPUT_INVALID` at the field that is wrong. */
export async function finishStepUp(ctx: ChangeContext, proof: StepUpFinish): Promise<StepUpProof> {
  ctx.note({ method: proof.method });
  await check(ctx, proof);
  return issueStepUp(ctx.services.store, ctx.user.id, proof.purpose);
}

async function check(ctx: ChangeContext, proof: StepUpFinish) {
  const { services, user } = ctx;
  switch (proof.method) {
    case 'password':
      return provePassword(ctx, proof.password, 'password');
    case 'code':
      return checkCode(ctx, proof);
    case 'reauthenticate':
      return checkFreshSignIn(services, user.id, proof.idToken);
  }
}

async function checkCode(ctx: ChangeContext, { flow, code }: { flow: string; code: string }) {
  const personId = ctx.user.id;
  const { kind, value } = await proveCode(ctx, { personId, purpose: 'step-up', flow, code });
  const isTaken = await endCode(ctx, personId, flow);
  // The address may have changed hands since the code was sent.
  const isCurrent = value === (kind === 'email' ? ctx.user.primaryEmail : ctx.user.primaryPhone);
  if (!isTaken || !isCurrent) throw new AccountError('FLOW_EXPIRED');
}
