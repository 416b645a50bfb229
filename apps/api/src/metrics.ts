import type { ServicesOptions } from '@account/procedures';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/** What is counted. Labels come from short lists of ours: no id, address or code of a person is ever among them. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'account_procedure_duration_seconds',
    help: 'Calls of procedures; outcome is ok or the code of the problem',
    labelNames: ['procedure', 'outcome'],
    buckets: seconds,
    registers,
  });
  const logto = new Histogram({
    name: 'account_logto_request_duration_seconds',
    help: 'Attempts to reach Logto; outcome is the status or the code of a failure of the network',
    labelNames: ['method', 'endpoint', 'outcome'],
    buckets: seconds,
    registers,
  });
  const reads = new Counter({
    name: 'account_recent_reads_total',
    help: 'Reads of a person for what is only shown; hit: answered from memory',
    labelNames: ['result'],
    registers,
  });

  return {
    registry,
    /** To be given to `createServices`, beside the tenant. */
    observers: {
      onCall: ({ procedure, outcome, durationMs }) =>
        calls.observe({ procedure, outcome }, durationMs / 1000),
      recent: { onRead: (isHit) => reads.inc({ result: isHit ? 'hit' : 'miss' }) },
    } satisfies Pick<ServicesOptions, 'onCall' | 'recent'>,
    onLogtoCall: (({ method, path, status, error, durationMs }) => {
      const outcome = status === undefined ? (error ?? 'unknown') : String(status);
      logto.observe({ method, endpoint: path, outcome }, durationMs / 1000);
    }) satisfies ServicesOptions['logto']['onCall'],
  };
}
