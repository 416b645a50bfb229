import { type AnyProcedure, callTRPCProcedure } from '@trpc/server';
import * as z from 'zod/mini';
import { appRouter } from '../router.ts';
import type { Context } from '../trpc/context.ts';
import type { Meta } from '../trpc/init.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A procedure as plain HTTP has it. */
export type RestEndpoint = {
  /** `tokens.create` */
  procedure: string;
  /** A query is a GET and takes its input from the query string; a mutation is a POST and takes JSON. */
  method: 'GET' | 'POST';
  /** `/tokens/create` */
  path: string;
  meta: Meta;
  /** `undefined` for one that takes nothing. */
  input: JsonSchema | undefined;
  output: JsonSchema;
};

/** Every procedure there is: a new one needs nothing to have its endpoint. */
export const restEndpoints: readonly RestEndpoint[] = Object.entries(appRouter._def.procedures).flatMap(
  ([path, procedure]) => (isProcedure(procedure) ? [toEndpoint(path, procedure)] : []),
);

/**
 * Calls the procedure behind an endpoint, through the whole chain, and resolves with its answer. Throws a `TRPCError`.
 * @param input the fields of the query string, or the body as it was read from JSON
 */
export function callEndpoint(endpoint: RestEndpoint, ctx: Context, input: unknown): Promise<unknown> {
  const { method, procedure } = endpoint;
  return callTRPCProcedure({
    router: appRouter,
    path: procedure,
    type: method === 'GET' ? 'query' : 'mutation',
    ctx,
    getRawInput: async () => (method === 'GET' ? fromText(endpoint, input) : input),
    signal: undefined,
    batchIndex: 0,
  });
}

type DescribedProcedure = AnyProcedure & { meta: Meta };

function isProcedure(value: unknown): value is DescribedProcedure {
  return typeof value === 'function' && '_def' in value;
}

function toEndpoint(procedure: string, { _def, meta }: DescribedProcedure): RestEndpoint {
  const [input] = 'inputs' in _def && Array.isArray(_def.inputs) ? _def.inputs : [];
  return {
    procedure,
    method: _def.type === 'query' ? 'GET' : 'POST',
    path: `/${procedure.replaceAll('.', '/')}`,
    meta,
    input: input && schemaOf(input, 'input'),
    output: schemaOf('output' in _def && _def.output, 'output'),
  };
}

function schemaOf(schema: unknown, io: 'input' | 'output'): JsonSchema {
  if (!(schema instanceof z.core.$ZodType)) throw new Error('A procedure without an output schema');
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    // An answer may get more fields one day; who reads it must not mind.
    override: ({ jsonSchema }) => void (io === 'output' && delete jsonSchema.additionalProperties),
  });
  return described;
}

/** A query string holds texts only: what the schema calls a number or a truth value becomes one. */
function fromText({ input }: RestEndpoint, fields: unknown) {
  if (!input || typeof fields !== 'object' || fields === null) return undefined;
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, typed(input.properties?.[name], text)]),
  );
}

function typed(schema: JsonSchema | boolean | undefined, text: unknown) {
  const type = typeof schema === 'object' ? schema.type : undefined;
  if (type === 'integer' || type === 'number') return text === '' ? text : Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
