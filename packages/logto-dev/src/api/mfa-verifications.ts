import type Router from '@koa/router';
import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode';
import { z } from 'zod';
import { newBackupCode, newId } from '../ids.ts';
import { formatPhone } from '../phone.ts';
import type { MfaVerification, State, User } from '../state.ts';
import { touch } from '../users.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody, userOf } from './guard.ts';

const FactorDraft = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Totp'), secret: z.string().optional() }),
  z.object({ type: z.literal('BackupCode'), codes: z.array(z.string()).optional() }),
]);

const path = '/users/:userId/mfa-verifications';
const base32 = /^(?:[2-7A-Z]{8})*(?:[2-7A-Z]{2}={6}|[2-7A-Z]{4}={4}|[2-7A-Z]{5}={3}|[2-7A-Z]{7}=)?$/;
const backupCodeCount = 10;

export function addMfaVerificationRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => userOf(ctx, state).mfaVerifications.map(toJson)),
  );

  router.post(
    path,
    answer(async (ctx) => {
      const draft = await readBody(ctx, FactorDraft);
      const user = userOf(ctx, state);
      if (draft.type === 'BackupCode') return addBackupCodes(user, draft.codes);
      return addTotp(user, draft.secret, ctx.hostname);
    }),
  );

  router.delete(
    `${path}/:verificationId`,
    answer((ctx) => {
      const user = userOf(ctx, state);
      const id = param(ctx, 'verificationId');
      if (!user.mfaVerifications.some((factor) => factor.id === id)) throw notFound();
      user.mfaVerifications = user.mfaVerifications.filter((factor) => factor.id !== id);
      touch(user);
    }),
  );
}

function toJson(factor: MfaVerification) {
  const { id, createdAt, type } = factor;
  if (factor.type === 'BackupCode')
    return { id, createdAt, type, remainCodes: factor.codes.filter(({ usedAt }) => !usedAt).length };
  if (factor.type === 'Totp') return { id, createdAt, type };
  const { lastUsedAt, agent, name } = factor;
  return { id, createdAt, lastUsedAt, type, agent, name };
}

const newFactor = () => ({ id: newId(), createdAt: new Date().toISOString() });

/** Bound at once: no code is asked for, and `logtoConfig.mfa.enabled` stays as it is. */
async function addTotp(user: User, given: string | undefined, issuer: string) {
  if (user.mfaVerifications.some(({ type }) => type === 'Totp'))
    throw new RequestError('user.totp_already_in_use', 422);
  if (given && (given.length < 16 || given.length > 32 || !base32.test(given)))
    throw new RequestError('user.totp_secret_invalid', 422);
  const secret = given || new Secret({ size: 20 }).base32;
  const label = user.name ?? user.primaryEmail ?? phoneLabel(user) ?? user.username ?? 'Unnamed User';
  user.mfaVerifications.push({ ...newFactor(), type: 'Totp', key: secret });
  touch(user);
  const uri = new TOTP({ issuer, label, secret }).toString();
  return { type: 'Totp', secret, secretQrCode: await qrcode.toDataURL(uri) };
}

const phoneLabel = ({ primaryPhone }: User) => (primaryPhone ? formatPhone(primaryPhone) : null);

function addBackupCodes(user: User, given: string[] | undefined) {
  const factors = user.mfaVerifications;
  const hasUnused = factors.some(
    (factor) => factor.type === 'BackupCode' && factor.codes.some(({ usedAt }) => !usedAt),
  );
  if (hasUnused) throw new RequestError('user.backup_code_already_in_use', 422);
  if (factors.every(({ type }) => type === 'BackupCode'))
    throw new RequestError('session.mfa.backup_code_can_not_be_alone', 422);
  if (given && (given.length !== backupCodeCount || !given.every((code) => /^[\da-f]{10}$/i.test(code))))
    throw new RequestError('user.wrong_backup_code_format', 422);
  const codes = given ?? Array.from({ length: backupCodeCount }, newBackupCode);
  factors.push({ ...newFactor(), type: 'BackupCode', codes: codes.map((code) => ({ code })) });
  touch(user);
  return { type: 'BackupCode', codes };
}
