import { demoPassword } from '@account/logto-dev';
import { Secret, TOTP } from 'otpauth';
import { issueStepUp } from '../../src/policy/step-up.ts';
import type { StepUpPurpose } from '../../src/schemas.ts';
import type { Client, Kit } from '../kit.ts';

export const redirectUri = 'https://app.example.com/social/callback';
export const benId = 'benfranklin0';
export const otherPassword = 'brisk-otter-71';

type User = NonNullable<ReturnType<Kit['logto']['state']['users']['get']>>;

/** A change that a person makes, and the request that carries it out at Logto. */
export type Change = {
  event: string;
  method: 'PATCH' | 'POST' | 'DELETE';
  path: string;
  /** Everything up to the last call, which it returns: it can be made more than once. */
  begin: () => Promise<() => Promise<unknown>>;
  /** Whether Logto has it. */
  isDone: (ben: User) => boolean;
};

export type Changes = Awaited<ReturnType<typeof prepareChanges>>;

/** Ben, and what he can change about his account. */
export async function prepareChanges(kit: Kit) {
  const token = await kit.tokenOf('ben');
  const original = structuredClone(kit.logto.state.users.get(benId));
  const clientFor = async (purpose: StepUpPurpose = 'change') =>
    kit.client(token, (await issueStepUp(kit.store, benId, purpose)).token);

  return {
    token,
    clientFor,
    /** Ben as he was in the beginning. */
    reset() {
      if (!original) throw new Error('There is no Ben');
      kit.logto.state.users.set(benId, structuredClone(original));
      kit.logto.state.faults.length = 0;
      kit.logto.state.sends.clear();
      return kit.store.query('delete from account.limits', []);
    },
    list: { ...addresses(kit, clientFor), ...secrets(kit, clientFor), ...others(kit, clientFor) },
  };
}

type ClientFor = (purpose?: StepUpPurpose) => Promise<Client>;

function codeFor(kit: Kit, address: string) {
  return kit.logto.state.inbox.findLast((message) => message.address === address)?.code ?? 'none';
}

function addresses(kit: Kit, clientFor: ClientFor) {
  const email: Change = {
    event: 'email.updated',
    method: 'PATCH',
    path: `/api/users/${benId}`,
    isDone: ({ primaryEmail }) => primaryEmail === 'ben@new.example',
    begin: async () => {
      const ben = await clientFor();
      const { flow } = await ben.email.start.mutate({ email: 'ben@new.example' });
      const code = codeFor(kit, 'ben@new.example');
      return () => ben.email.finish.mutate({ flow, code });
    },
  };
  const phone: Change = {
    event: 'phone.updated',
    method: 'PATCH',
    path: `/api/users/${benId}`,
    isDone: ({ primaryPhone }) => primaryPhone === '12025550177',
    begin: async () => {
      const ben = await clientFor();
      const { flow } = await ben.phone.start.mutate({ phone: '+1 202 555 0177' });
      const code = codeFor(kit, '12025550177');
      return () => ben.phone.finish.mutate({ flow, code });
    },
  };
  return { email, phone };
}

function secrets(kit: Kit, clientFor: ClientFor) {
  const factors = `/api/users/${benId}/mfa-verifications`;
  const password: Change = {
    event: 'password.updated',
    method: 'PATCH',
    path: `/api/users/${benId}/password`,
    isDone: (ben) => ben.password?.digest !== undefined && ben.updatedAt !== ben.createdAt,
    begin: async () => {
      const ben = await clientFor();
      const update = { password: otherPassword, currentPassword: demoPassword };
      return () => ben.password.update.mutate(update);
    },
  };
  const totp: Change = {
    event: 'mfa.totp-added',
    method: 'POST',
    path: factors,
    isDone: ({ mfaVerifications }) => mfaVerifications.length === 1,
    begin: async () => {
      const ben = await clientFor();
      const { flow, secret } = await ben.mfa.startTotp.mutate({});
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
      return () => ben.mfa.finishTotp.mutate({ flow, code });
    },
  };
  const backupCodes: Change = {
    event: 'mfa.backup-codes-created',
    method: 'POST',
    path: factors,
    isDone: ({ mfaVerifications }) => mfaVerifications.some(({ type }) => type === 'BackupCode'),
    begin: async () => {
      const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
      const createdAt = new Date().toISOString();
      kit.logto.state.users.get(benId)?.mfaVerifications.push({ id: 't', createdAt, type: 'Totp', key });
      const ben = await clientFor();
      return () => ben.mfa.createBackupCodes.mutate({});
    },
  };
  const token: Change = {
    event: 'token.created',
    method: 'POST',
    path: `/api/users/${benId}/personal-access-tokens`,
    isDone: ({ personalAccessTokens }) => personalAccessTokens.length === 1,
    begin: async () => {
      const ben = await clientFor();
      return () => ben.tokens.create.mutate({ name: 'one', expiresInDays: 7 });
    },
  };
  return { password, totp, backupCodes, token };
}

function others(kit: Kit, clientFor: ClientFor) {
  const social: Change = {
    event: 'social.linked',
    method: 'POST',
    path: `/api/users/${benId}/identities`,
    isDone: ({ identities }) => Object.hasOwn(identities, 'mock-social'),
    begin: async () => {
      const ben = await clientFor();
      const connectors = [...kit.logto.state.connectors.values()];
      const { id = '' } = connectors.find(({ connectorId }) => connectorId === 'mock-social-connector') ?? {};
      const { state } = await ben.social.start.mutate({ connectorId: id, redirectUri });
      return () => ben.social.finish.mutate({ state, callback: { code: 'c', userId: 'ben-there' } });
    },
  };
  const profile: Change = {
    event: 'profile.updated',
    method: 'PATCH',
    path: `/api/users/${benId}/profile`,
    isDone: (ben) => ben.profile.nickname === 'Benny',
    begin: async () => {
      const ben = await clientFor();
      return () => ben.profile.update.mutate({ profile: { nickname: 'Benny' } });
    },
  };
  const leaving = (how: 'deactivate' | 'delete'): Change => ({
    event: how === 'delete' ? 'account.deletion-requested' : 'account.deactivated',
    method: 'PATCH',
    path: `/api/users/${benId}/is-suspended`,
    isDone: ({ isSuspended }) => isSuspended,
    begin: async () => {
      const ben = await clientFor(how === 'delete' ? 'delete' : 'change');
      return () =>
        how === 'delete'
          ? ben.lifecycle.delete.mutate({ confirmation: 'ben' })
          : ben.lifecycle.deactivate.mutate();
    },
  });
  return { social, profile, deactivation: leaving('deactivate'), deletion: leaving('delete') };
}
