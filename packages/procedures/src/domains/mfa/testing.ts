import type { Kit } from '../../../test/kit.ts';

type Fault = Kit['logto']['state']['faults'][number];

/** What a test changes about a demo person's second factors, behind the back of the procedures. */
export function setUpMfa(kit: Kit, personId: string) {
  const person = kit.logto.state.users.get(personId);
  if (!person) throw new Error(`There is no ${personId}`);
  const factors = () => person.mfaVerifications;
  const at = (ms: number) => new Date(ms).toISOString();
  const path = `/api/users/${personId}/mfa-verifications`;
  return {
    person,
    path,
    types: () => factors().map(({ type }) => type),
    reset() {
      person.mfaVerifications = [];
      person.logtoConfig = {};
      kit.logto.state.faults = [];
    },
    totp: (key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP') =>
      factors().push({ id: 'totp', createdAt: at(1000), type: 'Totp', key }),
    passkey: (id: string) =>
      factors().push({
        id,
        createdAt: at(2000),
        lastUsedAt: at(3000),
        type: 'WebAuthn',
        name: 'My key',
        agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0',
      }),
    backupCodes(unused: number) {
      const codes = Array.from({ length: 10 }, (_, index) => ({
        code: `c0de${index}aaaaa`,
        ...(index >= unused && { usedAt: at(5000) }),
      }));
      factors().push({ id: 'codes', createdAt: at(4000), type: 'BackupCode', codes });
    },
    fault: (fault: Partial<Fault>) => void kit.logto.state.faults.push({ path, count: 1, ...fault }),
  };
}
