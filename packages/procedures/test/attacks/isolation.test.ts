import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueStepUp } from '../../src/policy/step-up.ts';
import { ownScopes, Scope } from '../../src/schemas.ts';
import { type Kit, startKit } from '../kit.ts';
import { benId, redirectUri } from './changes.ts';
import { inputsOf, requestOf, type Target, targets } from './inputs.ts';

const adaId = 'adalovelace0';

let kit: Kit;
let benToken: string;
/** What is Ada's, by the name under which an input could ask for it. */
let adas: Record<string, string[]>;
let ben: NonNullable<ReturnType<Kit['logto']['state']['users']['get']>>;

beforeAll(async () => {
  kit = await startKit({ socialRedirectUris: [redirectUri] });
  // Limits would end the attack before it has begun; they have tests of their own.
  Object.assign(kit.services.limits, { count: async () => {}, attempt: async () => {} });
  benToken = await kit.tokenOf('ben', Scope.options);
  adas = await prepareAda();
  ben = structuredClone(userOf(benId));
});
afterAll(() => kit.stop());
beforeEach(async () => {
  kit.logto.state.users.set(benId, structuredClone(ben));
  for (const table of ['deactivations', 'deletions', 'step_up_floors', 'token_floors'])
    await kit.store.query(`delete from account.${table} where person_id = $1`, [benId]);
});

function userOf(id: string) {
  const found = kit.logto.state.users.get(id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

/** Ada has everything that can be had, and has begun everything that can be begun. */
async function prepareAda() {
  const createdAt = new Date().toISOString();
  userOf(adaId).mfaVerifications.push({ id: 'adasfactor', createdAt, type: 'WebAuthn', name: 'Key' });
  const [organization] = kit.logto.state.organizations.values();
  organization?.members.set(adaId, []);
  const person = { identifier: 'ada', password: demoPassword, scopes: ownScopes, extra: { max_age: '0' } };
  const { accountToken, idToken } = await signInByCodeFlow(kit.logto.endpoint, person);
  const stepUp = await kit.stepUpOf(accountToken);
  const ada = kit.client(accountToken, stepUp);
  const connectors = [...kit.logto.state.connectors.values()];
  const connector = connectors.find(({ connectorId }) => connectorId === 'mock-social-connector');
  const { state } = await ada.social.start.mutate({ connectorId: connector?.id ?? '', redirectUri });
  const totp = await ada.mfa.startTotp.mutate({});
  const email = await ada.email.start.mutate({ email: 'ada@second.example' });
  const proof = await ada.stepUp.start.mutate({ method: 'email' });
  const code = kit.logto.state.inbox.at(-1)?.code ?? '';
  const sessions = await kit.management.users.sessions.list(adaId);
  const grants = await kit.management.users.grants.list(adaId);
  return {
    personId: [adaId],
    id: [...sessions.map(({ payload }) => payload.uid), 'adasfactor', organization?.id ?? ''],
    flow: [email.flow, proof.flow, totp.flow],
    code: [code],
    state: [state],
    target: ['github'],
    name: ['Laptop', 'Build server'],
    applicationId: ['print-shop', ...grants.map(({ id }) => id)],
    connectorId: [connector?.id ?? ''],
    idToken: [idToken],
    sid: [stepUp],
    email: ['ada@harbor.example'],
    phone: ['12025550142'],
    username: ['ada'],
    password: [demoPassword],
    redirectUri: [redirectUri],
    cursor: [Buffer.from('{"kind":"all","journal":null,"log":null}').toString('base64url')],
  };
}

/** Everything that anybody keeps about Ada, but the codes that anybody may have sent to an address. */
async function everythingOfAda() {
  const rows = await Promise.all(
    ['journal', 'flows', 'deactivations', 'deletions', 'step_up_floors', 'token_floors'].map((table) =>
      kit.store.query(`select * from account.${table} where person_id = $1 order by 1`, [adaId]),
    ),
  );
  const { oidc, organizations } = kit.logto.state;
  const hers = [...oidc.values()].filter(({ payload }) => payload.accountId === adaId);
  const memberships = [...organizations.values()].map(({ members }) => members.get(adaId));
  return structuredClone({ rows, user: userOf(adaId), hers, memberships });
}

/** Inputs in which what is asked for is Ada's: each by its name, and each of her things in every place. */
function attacksOn({ schema }: Target) {
  const own = (name: string, index: number) => {
    const values = adas[name] ?? adas.personId ?? [];
    return values[index % values.length];
  };
  const named = [0, 1, 2, 3, 4].flatMap((index) => inputsOf(schema, (name) => own(name, index)));
  const everywhere = Object.values(adas)
    .flat()
    .flatMap((value) => inputsOf(schema, () => value).slice(0, 3));
  return [...new Map([...named, ...everywhere].map((input) => [JSON.stringify(input), input])).values()];
}

/** What an answer about Ada would hold, and what an answer to the attacker holds only if they have sent it themselves. */
const marks = ['Lovelace', 'ada-l', 'Countess', 'pat_Ada', 'Acme Studio', 'Old script'];
const marksOfWhatWasSent = {
  'a••@harbor': 'ada@harbor.example',
  '••••0142': '12025550142',
  '555 0142': '12025550142',
};

function leaksIn(answer: string, sent: string) {
  const ids = Object.fromEntries((adas.id ?? []).map((id) => [id, id]));
  const echoes = Object.entries({ ...marksOfWhatWasSent, ...ids });
  const unsent = echoes.flatMap(([mark, origin]) => (sent.includes(origin) ? [] : [mark]));
  return [...marks, ...unsent].filter((mark) => answer.includes(mark));
}

async function send(target: Target, text: string | undefined) {
  const { address, init } = requestOf(target, kit.url, text);
  const stepUp = (await issueStepUp(kit.store, benId, target.meta.stepUp ?? 'change')).token;
  const headers = {
    authorization: `Bearer ${benToken}`,
    'x-step-up': stepUp,
    'content-type': 'application/json',
  };
  return (await fetch(address, { ...init, headers })).text();
}

describe.each(targets)('with everything of somebody else, $path', (target) => {
  it('reads nothing and changes nothing of theirs', async () => {
    const before = await everythingOfAda();
    const attacks = attacksOn(target);
    expect(attacks.some(target.takes), 'no input of the right shape was made: teach inputs.ts').toBe(true);
    const texts = attacks.map((input) => JSON.stringify(input));
    const answers = await Promise.all(texts.map((text) => send(target, text)));
    const leaks = answers.flatMap((answer) => leaksIn(answer, texts.join()));
    expect(leaks).toEqual([]);
    expect(await everythingOfAda()).toEqual(before);
  });
});
