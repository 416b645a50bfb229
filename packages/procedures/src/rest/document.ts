import * as z from 'zod/mini';
import { memoryLimits } from '../policy/limits.ts';
import type { Meta } from '../trpc/init.ts';
import { type JsonSchema, type RestEndpoint, restEndpoints } from './endpoints.ts';
import { problemType, RestProblem } from './problem.ts';

export type OpenApiOptions = {
  /** Where the endpoints are: `https://account.example.com/rest`. */
  url: string;
  /** `<Logto endpoint>/oidc`, where people sign in. */
  issuer: string;
};

const description = `Each endpoint is a procedure: a query is a GET that takes the query string, a change is a POST that takes JSON. It is done for the person whose access token is in the \`Authorization\` header; only those of \`support\` name somebody else.

What fails answers with a problem (RFC 9457). Its \`code\` stays the same for ever; \`fields\` says what is wrong with the input; \`requestId\` is to be quoted to support.

Sensitive changes need a fresh proof of who the person is: \`STEP_UP_REQUIRED\` says for which purpose. \`/stepUp/methods\` has the ways, \`/stepUp/finish\` gives the proof, and the same call with the proof in \`X-Step-Up\` goes through.`;

/** All endpoints, as OpenAPI 3.1. */
export function openApiDocument({ url, issuer }: OpenApiOptions) {
  const { $schema: _, ...problem } = z.toJSONSchema(RestProblem, { io: 'input' });
  const schemas: Record<string, JsonSchema> = { Problem: problem };
  return {
    openapi: '3.1.0',
    info: { title: 'Account', version: '1', description },
    servers: [{ url }],
    paths: Object.fromEntries(
      restEndpoints.map((endpoint) => [endpoint.path, pathOf(inDocument(endpoint, schemas))]),
    ),
    components: {
      securitySchemes: {
        signIn: { type: 'openIdConnect', openIdConnectUrl: `${issuer}/.well-known/openid-configuration` },
      },
      parameters: {
        stepUp: {
          name: 'X-Step-Up',
          in: 'header',
          description:
            'The `token` that `/stepUp/finish` gave for this purpose; it counts for ten minutes at most.',
          schema: { type: 'string' },
        },
      },
      schemas,
      responses: { problem: problemResponse() },
    },
  };
}

/** A schema that refers to itself has named parts; in the document these stand among the schemas of all. */
function inDocument(endpoint: RestEndpoint, schemas: Record<string, JsonSchema>): RestEndpoint {
  const moved = ({ $defs = {}, ...schema }: JsonSchema, io: string) => {
    const renamed = (part: JsonSchema): JsonSchema =>
      JSON.parse(
        JSON.stringify(part).replaceAll('"#/$defs/', `"#/components/schemas/${endpoint.procedure}.${io}.`),
      );
    for (const [name, part] of Object.entries($defs))
      schemas[`${endpoint.procedure}.${io}.${name}`] = renamed(part);
    return renamed(schema);
  };
  const { input, output } = endpoint;
  return { ...endpoint, input: input && moved(input, 'input'), output: moved(output, 'output') };
}

function pathOf(endpoint: RestEndpoint) {
  const { procedure, method, meta, input, output } = endpoint;
  return {
    [method.toLowerCase()]: {
      operationId: procedure,
      tags: [procedure.split('.')[0]],
      description: describe(meta),
      security: meta.scope ? [{ signIn: [meta.scope] }] : [],
      parameters: [
        ...(meta.stepUp ? [{ $ref: '#/components/parameters/stepUp' }] : []),
        ...(method === 'GET' ? queryOf(input) : []),
      ],
      ...(method === 'POST' && input && { requestBody: { required: true, content: json(input) } }),
      responses: {
        200: { description: 'The answer', content: json(output) },
        default: { $ref: '#/components/responses/problem' },
      },
    },
  };
}

function queryOf(input: JsonSchema | undefined) {
  return Object.entries(input?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: input?.required?.includes(name) ?? false,
    schema,
  }));
}

function describe({ scope, stepUp, limit, journal }: Meta) {
  const { points, duration } = memoryLimits[limit];
  return [
    scope ? `Needs the scope \`${scope}\`.` : 'For people who cannot sign in: needs no access token.',
    ...(stepUp ? [`Needs a fresh proof for the purpose \`${stepUp}\`.`] : []),
    `At most ${points} calls in ${duration} seconds.`,
    ...(journal ? [`Recorded as \`${journal}\`.`] : []),
  ].join(' ');
}

function problemResponse() {
  return {
    description: 'Why it was not done',
    headers: {
      'Retry-After': { description: 'Seconds to wait, when it was too often', schema: { type: 'integer' } },
      'X-Request-Id': { description: 'The `requestId` of the problem', schema: { type: 'string' } },
    },
    content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function json(schema: JsonSchema) {
  return { 'application/json': { schema } };
}
