import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueStepUp } from '../../src/policy/step-up.ts';
import { Problem, Scope, type StepUpPurpose } from '../../src/schemas.ts';
import { type Kit, startKit } from '../kit.ts';
import { redirectUri } from './changes.ts';
import { hostileInputs } from './hostile-size.ts';
import { inputsOf, requestOf, type Target, targets } from './inputs.ts';

/** Each sends in turn with the others, so that nobody's line gets long. */
const people = ['ada', 'ben', 'erin', 'olga', 'grace'];
const ids = ['adalovelace0', 'benfranklin0', 'erinbrook000', 'olgalad00000', 'gracehopper0'];
const atOnce = 50;

let kit: Kit;
let tokens: string[];
/** A proof of each person, for each purpose. */
let proofs: Record<string, string>[];

beforeAll(async () => {
  kit = await startKit({ socialRedirectUris: [redirectUri] });
  // Limits and turns would make it slow, or end it; they have tests of their own.
  Object.assign(kit.services.limits, { count: async () => {}, attempt: async () => {} });
  Object.assign(kit.services.store, { exclusively: (_name: string, work: () => unknown) => work() });
  tokens = await Promise.all(people.map((name) => kit.tokenOf(name, Scope.options)));
});
afterAll(() => kit.stop());

const deep = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** JSON, and what is none, that stands in the place of a value. */
const nasty = [
  'null',
  'true',
  '0',
  '-1',
  '1e400',
  '1e16',
  '0.1',
  '[]',
  '{}',
  '[[]]',
  '""',
  '" "',
  'undefined',
  '{',
  '"\\ud800"',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\u202emoc.live\\u202c"',
  '"\\u200b\\u200d"',
  '"\\ufeff"',
  '"\\r\\nbcc: x@y.z"',
  `"${'😀'.repeat(65)}"`,
  `"${'a'.repeat(300)}"`,
  `"${'a'.repeat(70_000)}"`,
  `"${'ﷺ'.repeat(500)}"`,
  '"__proto__"',
  '"constructor"',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '"../../etc/passwd"',
  '".."',
  '"a/b"',
  '"%2e%2e%2f"',
  '"\' or 1=1; drop table account.journal; --"',
  '"{{7*7}}"',
  '"<script>alert(1)</script>"',
  '"javascript:alert(1)"',
  '"data:text/html,x"',
  '"https://\\u0000"',
  '"+0"',
  '"١٢٣٤٥٦"',
  '"İ"',
  '"2026-02-30"',
  '"NaN"',
  deep(500, '[', ']'),
  deep(500, '{"a":', '}'),
  deep(20_000, '[', ']'),
] as const;

const hole = 'HOLE-IN-THE-INPUT';

/** Inputs of the right shape in which one place, or the whole, is something nasty. */
function attackOf(target: Target, { place, what, extra }: { place: number; what: number; extra: boolean }) {
  const names: string[] = [];
  inputsOf(target.schema, (name) => names.push(name));
  const chosen = names.length === 0 ? -1 : place % (names.length + 1);
  const shapes = inputsOf(target.schema, (name) => (name === names[chosen] ? hole : 'text'));
  const shape = JSON.stringify(shapes[place % shapes.length]) ?? '{}';
  const value = nasty[what % nasty.length] ?? 'null';
  const text = chosen < 0 || !shape.includes(hole) ? value : shape.replaceAll(`"${hole}"`, value);
  return extra && text.startsWith('{"')
    ? `{"__proto__":{"polluted":1},"${'k'.repeat(200)}":${value},${text.slice(1)}`
    : text;
}

/** What an answer never says: where our code is, what it asked of others, and how these put it. */
const internals =
  /node_modules|\/packages\/|\/src\/|\bat \w+ \(|\.ts:\d+|insert into|select .* from|"stack"|ZodError|guard\.|invalid_input|postgres|ECONN/i;

async function send(target: Target, text: string, index: number) {
  const { address, init } = requestOf(target, kit.url, text);
  const who = index % people.length;
  const stepUp = proofs[who]?.[target.meta.stepUp ?? 'change'] ?? '';
  const headers = {
    authorization: `Bearer ${tokens[who]}`,
    'x-step-up': stepUp,
    'content-type': 'application/json',
  };
  const answer = await fetch(address, { ...init, headers });
  return { status: answer.status, body: await answer.text() };
}

/** Why an answer is none that a hostile caller should get. */
function complaint({ status, body }: { status: number; body: string }) {
  if (status === 431) return undefined;
  if (internals.test(body)) return 'says something of the inside';
  if (status >= 500) return 'failed';
  if (status === 200) return undefined;
  const problem = Problem.safeParse(JSON.parse(body).error?.data?.problem);
  return problem.success && problem.data.code !== 'UNKNOWN' ? undefined : 'has no cause';
}

/** As they were before the attack: an account that was deleted or suspended would only be refused. */
async function revive(before: Kit['logto']['state']['users']) {
  for (const table of ['step_up_floors', 'token_floors', 'deactivations', 'deletions'])
    await kit.store.query(`delete from account.${table}`, []);
  const proofOf = async (id: string, purpose: StepUpPurpose) =>
    (await issueStepUp(kit.store, id, purpose)).token;
  proofs = await Promise.all(
    ids.map(async (id) => ({ change: await proofOf(id, 'change'), delete: await proofOf(id, 'delete') })),
  );
  for (const id of ids) {
    const user = before.get(id);
    if (user) kit.logto.state.users.set(id, structuredClone(user));
  }
}

it(`${hostileInputs} hostile inputs to every procedure: none is a failure, and none learns anything`, async () => {
  const before = structuredClone(kit.logto.state.users);
  // Those that are open to strangers take their time on purpose.
  const quick = targets.filter(({ meta }) => meta.scope);
  const attacks = fc.sample(fc.record({ place: fc.nat(1000), what: fc.nat(1000), extra: fc.boolean() }), {
    numRuns: hostileInputs,
    seed: 20_261_123,
  });
  const complaints: string[] = [];
  let memory = 0;
  for (let start = 0; start < attacks.length; start += atOnce) {
    if (start % 200 === 0) await revive(before);
    await Promise.all(
      attacks.slice(start, start + atOnce).map(async (attack, offset) => {
        const target = quick[(start + offset) % quick.length];
        if (!target) throw new Error('There is no procedure');
        const text = attackOf(target, attack);
        const answer = await send(target, text, start + offset);
        const why = complaint(answer);
        if (why)
          complaints.push(
            `${target.path} ${text.slice(0, 200)} ${why}: ${answer.status} ${answer.body.slice(0, 300)}`,
          );
      }),
    );
    if (start < attacks.length / 5) memory = process.memoryUsage().heapUsed;
  }
  expect(complaints.slice(0, 10)).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
  // Of one request, Logto and the caller live in this process too, so it is only held against growing without end.
  expect(process.memoryUsage().heapUsed - memory).toBeLessThan(300 * 1024 * 1024);
}, 3_600_000);
