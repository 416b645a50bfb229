import type { AnyProcedure } from '@trpc/server';
import * as z from 'zod/mini';
import { appRouter } from '../../src/index.ts';
import type { Meta } from '../../src/trpc/init.ts';

/** The parts of a JSON Schema that the inputs of the procedures are made of. */
type Schema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
};

export type Target = {
  path: string;
  type: 'query' | 'mutation' | 'subscription';
  meta: Partial<Meta>;
  /** Whether an input is one that the procedure takes. */
  takes: (input: unknown) => boolean;
  schema: Schema | undefined;
};

function isProcedure(value: unknown): value is AnyProcedure & { meta: Partial<Meta> } {
  return typeof value === 'function' && '_def' in value;
}

/** Every procedure there is, and every one that will be. */
export const targets: Target[] = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) => {
  if (!isProcedure(procedure)) return [];
  const { inputs, type }: { inputs: unknown[]; type: Target['type'] } = procedure._def;
  const [parser] = inputs;
  const schema = parser instanceof z.core.$ZodType ? parser : undefined;
  return [
    {
      path,
      type,
      meta: procedure.meta,
      takes: (input) => !schema || z.safeParse(schema, input).success,
      schema: schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema),
    },
  ];
});

/** What stands in the place of a text; `name` is the property it is the value of. */
type Fill = (name: string) => unknown;

const maxVariants = 40;

/** Inputs that have the shape of the schema: with what is required, with each optional part, and with all of it. */
export function inputsOf(schema: Schema | undefined, fill: Fill, name = ''): unknown[] {
  if (!schema) return [undefined];
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((choice) => inputsOf(choice, fill, name)).slice(0, maxVariants);
  switch (schema.type) {
    case 'string':
      return [fill(name)];
    case 'integer':
    case 'number':
      return [Math.max(1, schema.minimum ?? 1)];
    case 'boolean':
      return [false, true];
    case 'null':
      return [null];
    case 'array':
      return [inputsOf(schema.items, fill, name).slice(0, 1)];
    default:
      return objectsOf(schema, fill);
  }
}

function objectsOf({ properties = {}, required = [] }: Schema, fill: Fill) {
  const whole = Object.entries(properties).map(
    ([key, schema]) => [key, inputsOf(schema, fill, key)] as const,
  );
  const needed = whole.filter(([key]) => required.includes(key));
  const optional = whole.filter(([key]) => !required.includes(key));
  const sets = [needed, ...optional.map((one) => [...needed, one]), whole];
  const objects = sets.flatMap((set) => {
    const count = Math.max(1, ...set.map(([, values]) => values.length));
    return Array.from({ length: count }, (_, index) =>
      Object.fromEntries(set.map(([key, values]) => [key, values[index % values.length]])),
    );
  });
  return objects.slice(0, maxVariants);
}

/** The request for a call, as a client sends it; `text` is the input as JSON, or what pretends to be. */
export function requestOf({ path, type }: Target, url: string, text: string | undefined) {
  const isQuery = type === 'query';
  const query = isQuery && text !== undefined ? `?input=${encodeURIComponent(text)}` : '';
  return {
    address: `${url}/${path}${query}`,
    init: { method: isQuery ? 'GET' : 'POST', ...(!isQuery && { body: text ?? '' }) },
  };
}
