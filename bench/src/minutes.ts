import { createHistogram } from 'node:perf_hooks';
import type { Kind, Seen } from './mixed-use.ts';

/** What was seen, by minute and by kind. */
export function createMinutes() {
  const startedAt = performance.now();
  const minutes: Tally[] = [];
  const kinds = new Map<Kind, Tally>();
  const problems = new Map<string, number>();
  return {
    add(seen: Seen) {
      const minute = Math.floor((performance.now() - startedAt) / 60_000);
      while (minutes.length <= minute) minutes.push(createTally());
      minutes[minute]?.add(seen);
      const kind = kinds.get(seen.kind) ?? createTally();
      kinds.set(seen.kind, kind);
      kind.add(seen);
      if (seen.problem) problems.set(seen.problem, (problems.get(seen.problem) ?? 0) + 1);
    },
    read: () => ({
      minutes: minutes.map((tally, index) => ({ minute: index + 1, ...tally.read() })),
      kinds: [...kinds].map(([kind, tally]) => ({ kind, ...tally.read() })),
      problems: Object.fromEntries(problems),
    }),
  };
}

type Tally = ReturnType<typeof createTally>;

function createTally() {
  const microseconds = createHistogram();
  let failed = 0;
  return {
    add({ ms, problem }: Seen) {
      microseconds.record(Math.max(1, Math.round(ms * 1000)));
      if (problem) failed += 1;
    },
    read: () => ({
      requests: microseconds.count,
      failed,
      'p50 ms': toMs(microseconds.percentile(50)),
      'p99 ms': toMs(microseconds.percentile(99)),
      'longest ms': toMs(microseconds.max),
    }),
  };
}

const toMs = (microseconds: number) => Math.round(microseconds / 100) / 10;
