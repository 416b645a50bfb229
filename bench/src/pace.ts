import { setTimeout as wait } from 'node:timers/promises';

/** Work so many at a time, each as soon as one is done; returns how many a second that were. */
export async function asManyAsPossible(work: () => Promise<unknown>, atATime: number, seconds: number) {
  const startedAt = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return done / ((performance.now() - startedAt) / 1000);
}

type Pace = { perSecond: number; seconds: number };

/** Work that comes when it comes, whether or not what came before is done. `work` is told when its time was. */
export async function atPace(work: (dueAt: number) => Promise<unknown>, { perSecond, seconds }: Pace) {
  const startedAt = performance.now();
  const underWay = new Set<Promise<unknown>>();
  for (let begun = 0; begun < perSecond * seconds; ) {
    const due = Math.min(perSecond * seconds, ((performance.now() - startedAt) / 1000) * perSecond);
    for (; begun < due; begun += 1) {
      const each = work(startedAt + (begun / perSecond) * 1000);
      underWay.add(each);
      each.finally(() => underWay.delete(each));
    }
    await wait(5);
  }
  await Promise.all(underWay);
}
