import type { createApiClient } from '@logto/api/management';
import type { Client, ClientPathsWithMethod, MethodResponse } from 'openapi-fetch';

/** The generated paths of the Management API. @logto/api exports them only inside its client type. */
export type Paths = ReturnType<typeof createApiClient> extends Client<infer P> ? P : never;

/** openapi-fetch over the paths of the Management API; every answer but 2xx is thrown as a LogtoError. */
export type Api = Client<Paths>;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The JSON that a call answers with on success. */
export type Json<M extends Method, Path extends ClientPathsWithMethod<Api, M>> = MethodResponse<Api, M, Path>;

/** The JSON that a call takes. */
export type Body<M extends Method, Path extends keyof Paths> =
  Paths[Path] extends Record<M, { requestBody: { content: { 'application/json': infer B } } }> ? B : never;
