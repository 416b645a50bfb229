import { type Around, LogtoError } from '@account/logto-mgmt';
import { SpanStatusCode, trace } from '@opentelemetry/api';

/**
 * Costs next to nothing until an operator loads an SDK: see docs/operate.md. Asked for anew each time, because the SDK's
 * copy of the API need not be ours, and then a tracer from before it was loaded stays without effect.
 */
export const tracer = () => trace.getTracer('@account/procedures');

/** A span for each call to Logto, with the endpoint's template: ids and bodies are personal data. */
export const traced: Around = ({ method, path }, send) =>
  tracer().startActiveSpan(`Logto ${method} ${path}`, async (span) => {
    span.setAttributes({ 'http.request.method': method, 'url.template': path });
    try {
      const answer = await send();
      span.setAttribute('http.response.status_code', answer.status);
      return answer;
    } catch (error) {
      const code = error instanceof LogtoError ? error.code : 'unknown';
      span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
