import { parseArgs } from 'node:util';
import { accountCenter } from './account-center.ts';
import { connections } from './load.ts';
import { metered } from './measure.ts';
import { median } from './median.ts';
import { paths } from './page-requests.ts';
import { print, table, writeResult } from './report.ts';
import { type Surroundings, startSurroundings } from './surroundings.ts';
import { askAgain, timeToData, type View, viewsPerSecond } from './view.ts';

/** What a view of the pages about security costs, and that of Logto's Account Center beside it. */
const measured = ['sign-in', 'two-step', 'devices', 'sign-in, two-step and social at once'] as const;
type Page = (typeof measured)[number];

/** Few, so that each comes again within five seconds; enough that nobody of them asks too often. */
const people = 5 * connections;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    warmup: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '5' },
    /** A real Logto, whose page is then measured in the same rounds. */
    'logto-account-center': { type: 'string' },
  },
});
const bounds = { warmupViews: Number(values.warmup), seconds: Number(values.seconds) };
const timed = 50;

const theirs = values['logto-account-center']
  ? accountCenter(values['logto-account-center'].replace(/\/+$/, ''))
  : undefined;

type Sample = Record<'bytes' | 'coldMs' | 'warmMs' | 'coldPerSecond' | 'warmPerSecond' | 'cpuMs', number>;
type Calls = Record<'ofProcess' | 'ofPerson' | 'again', number>;

const surroundings = await startSurroundings({ people: people + 3 });
try {
  const calls = new Map<Page, Calls>();
  const ours = new Map<Page, Sample[]>(measured.map((page) => [page, []]));
  const theirSamples: Sample[] = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const page of measured) {
      process.stderr.write(`round ${round} of ${values.rounds}: ${page}\n`);
      const { sample, counted } = await measureOurs(surroundings, page);
      ours.get(page)?.push(sample);
      calls.set(page, counted);
    }
    if (theirs) theirSamples.push(await measureTheirs(theirs.view, theirs.tokens));
  }
  print(`\n${table(measured.map((page) => callsRow(page, calls.get(page))))}`);
  print(`\n${table(costRows(ours, theirSamples))}\n`);
  await writeResult('page-view', {
    connections,
    ...bounds,
    calls: Object.fromEntries(calls),
    ours: Object.fromEntries(ours),
    theirs: theirSamples,
  });
} finally {
  await surroundings.stop();
}

/** In a process of its own, from the first view on. */
async function measureOurs({ startOurs, tokens, takeLogtoCalls }: Surroundings, page: Page) {
  const server = await startOurs();
  try {
    const view = { url: server.url, waves: [[paths[page]]] };
    const again = { ...view, headers: askAgain };
    const [first = '', second = '', third = '', ...others] = tokens;
    const callsOf = async (token: string) => {
      await takeLogtoCalls();
      await timeToData(view, [token], 1);
      return Object.values(await takeLogtoCalls()).reduce((sum, count) => sum + count, 0);
    };
    const counted = {
      ofProcess: await callsOf(first),
      ofPerson: await callsOf(second),
      again: await callsOf(second),
    };
    const warmPerSecond = await viewsPerSecond(view, others, bounds);
    const coldPerSecond = await viewsPerSecond(again, others, bounds);
    const wanted = { url: server.url, paths: [paths[page]], tokens: others };
    const { cpuMs } = await metered(server, { ...wanted, bound: { amount: bounds.warmupViews } });
    const cold = await timeToData(again, [third], timed);
    const warm = await timeToData(view, [third], timed);
    const sample = {
      bytes: warm.bytes,
      coldMs: cold.ms,
      warmMs: warm.ms,
      coldPerSecond,
      warmPerSecond,
      cpuMs,
    };
    return { sample, counted };
  } finally {
    await server.stop();
  }
}

/** It remembers nothing, so the first view costs as much as the next one. */
async function measureTheirs(view: View, tokens: readonly string[]): Promise<Sample> {
  const perSecond = await viewsPerSecond(view, tokens, bounds);
  const { ms, bytes } = await timeToData(view, tokens, timed);
  return {
    bytes,
    coldMs: ms,
    warmMs: ms,
    coldPerSecond: perSecond,
    warmPerSecond: perSecond,
    cpuMs: Number.NaN,
  };
}

function callsRow(page: Page, calls: Calls | undefined) {
  return {
    page,
    'requests to us': 1,
    'to Logto, first view of a process': calls?.ofProcess ?? Number.NaN,
    'first view of a person': calls?.ofPerson ?? Number.NaN,
    'once more': calls?.again ?? Number.NaN,
  };
}

function costRows(ours: ReadonlyMap<string, readonly Sample[]>, theirSamples: readonly Sample[]) {
  const all = [
    ...[...ours].map(([label, samples]) => ({ label, samples })),
    ...(theirSamples.length > 0
      ? [{ label: "Logto's Account Center, security (6 requests)", samples: theirSamples }]
      : []),
  ];
  return all.map(({ label, samples }) => {
    const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
    const ratio = (key: keyof Sample) =>
      median(samples.map((sample, round) => sample[key] / (theirSamples[round]?.[key] ?? Number.NaN)));
    return {
      page: label,
      bytes: of('bytes'),
      'data after ms, Logto asked': of('coldMs').toFixed(1),
      remembered: of('warmMs').toFixed(1),
      'views/s, Logto asked': Math.round(of('coldPerSecond')),
      'views/s, remembered': Math.round(of('warmPerSecond')),
      'CPU ms': Number.isNaN(of('cpuMs')) ? '' : of('cpuMs').toFixed(2),
      ...(theirs && { 'views/s ×': ratio('warmPerSecond').toFixed(1) }),
    };
  });
}
