import type { Server } from './child.ts';

const intervalMs = 10_000;

/** Then it has grown to what it needs; what grows later is a leak. */
const settledAfterMs = 60_000;

/** Looks at how much memory processes have, every ten seconds of their lives. */
export function createMemorySeries() {
  const series: { name: string; samples: { seconds: number; rssMb: number }[] }[] = [];
  return {
    /** Until `stop`, which is to be called before the process ends. */
    watch(name: string, server: Server) {
      const startedAt = performance.now();
      const own = { name, samples: [] as { seconds: number; rssMb: number }[] };
      series.push(own);
      let last: Promise<unknown> = Promise.resolve();
      const look = async () => {
        const { rssMb } = await server.usage();
        own.samples.push({ seconds: (performance.now() - startedAt) / 1000, rssMb });
      };
      const timer = setInterval(() => {
        last = look();
      }, intervalMs);
      return {
        stop: async () => {
          clearInterval(timer);
          await last;
        },
      };
    },
    read: () =>
      series.map(({ name, samples }) => {
        const settled = samples.filter(({ seconds }) => seconds * 1000 > settledAfterMs);
        return {
          process: name,
          minutes: ((samples.at(-1)?.seconds ?? 0) / 60).toFixed(1),
          'RSS MB after a minute': Math.round(settled[0]?.rssMb ?? Number.NaN),
          'at the end': Math.round(samples.at(-1)?.rssMb ?? Number.NaN),
          'MB per minute since': slope(settled).toFixed(2),
        };
      }),
    samples: series,
  };
}

/** Least squares, per minute. */
function slope(samples: readonly { seconds: number; rssMb: number }[]) {
  const mean = (of: 'seconds' | 'rssMb') => samples.reduce((sum, each) => sum + each[of], 0) / samples.length;
  const [time, size] = [mean('seconds'), mean('rssMb')];
  const covariance = samples.reduce((sum, { seconds, rssMb }) => sum + (seconds - time) * (rssMb - size), 0);
  const variance = samples.reduce((sum, { seconds }) => sum + (seconds - time) ** 2, 0);
  return (60 * covariance) / variance;
}
