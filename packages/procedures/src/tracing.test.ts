import { trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kit, problemOf, startKit } from '../test/kit.ts';
import type { ProcedureCall } from './trpc/context.ts';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const seen: ProcedureCall[] = [];
let kit: Kit;

beforeAll(async () => {
  provider.register();
  kit = await startKit();
  kit.services.onCall = (event) => seen.push(event);
});
afterAll(async () => {
  await kit.stop();
  trace.disable();
});

it('a call is one tree of spans: the procedure, and each endpoint of Logto that it asked', async () => {
  const person = kit.client(await kit.tokenOf('ada'));
  await person.account.overview.query();
  exporter.reset();
  await person.account.overview.query();
  const spans = exporter.getFinishedSpans();
  const root = spans.find(({ name }) => name === 'account.overview');
  const [call] = spans.filter(({ name }) => name.startsWith('Logto'));
  expect(root?.parentSpanContext).toBeUndefined();
  expect(root?.attributes).toMatchObject({ 'rpc.method': 'account.overview', 'account.outcome': 'ok' });
  expect(call?.name).toBe('Logto GET /api/users/{userId}');
  expect(call?.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
});

it('neither spans nor what is counted hold who asked, with what proof, or what they sent', async () => {
  const token = await kit.tokenOf('ben');
  const proof = await kit.stepUpOf(token);
  exporter.reset();
  seen.length = 0;
  const person = kit.client(token, proof);
  await person.tokens.create.mutate({ name: 'Deploy key of Ben', expiresInDays: 7 });
  await problemOf(person.password.check.mutate({ password: '' }));
  const spans = exporter.getFinishedSpans();
  const told = JSON.stringify([
    spans.map(({ name, attributes, events }) => [name, attributes, events]),
    seen,
  ]);
  expect(spans.map(({ name }) => name)).toContain('tokens.create');
  expect(seen.map(({ procedure, outcome }) => `${procedure} ${outcome}`)).toEqual([
    'tokens.create ok',
    'password.check INPUT_INVALID',
  ]);
  for (const secret of ['benfranklin0', 'Deploy key', 'pat_', token.slice(-20), proof.slice(-20)]) {
    expect(told).not.toContain(secret);
  }
});
