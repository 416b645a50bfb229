import { SpanStatusCode } from '@opentelemetry/api';
import { tracer } from '../tracing.ts';
import { fromTRPC } from './errors.ts';
import { t } from './init.ts';

/** Around everything, so that what is measured is what the caller waits for. */
export const observed = t.middleware(({ ctx, path, next }) =>
  tracer().startActiveSpan(path, async (span) => {
    const startedAt = performance.now();
    const result = await next();
    const outcome = result.ok ? 'ok' : fromTRPC(result.error).code;
    ctx.services.onCall?.({ procedure: path, outcome, durationMs: performance.now() - startedAt });
    span.setAttributes({ 'rpc.system': 'trpc', 'rpc.method': path, 'account.outcome': outcome });
    if (outcome === 'UNKNOWN') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    return result;
  }),
);
