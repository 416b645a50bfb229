// Loaded before our server: what an OpenTelemetry SDK of an operator gets to see, one line a span.
import process from 'node:process';
import { NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

const exporter = {
  export(spans, done) {
    for (const { name, attributes, events, links, status } of spans) {
      process.stderr.write(`${JSON.stringify({ span: name, attributes, events, links, status })}\n`);
    }
    done({ code: 0 });
  },
  shutdown: async () => undefined,
};

new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
