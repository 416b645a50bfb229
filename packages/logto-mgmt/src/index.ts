export { createLogtoClient, type LogtoClient, type LogtoClientOptions } from './client.ts';
export { LogtoError } from './errors.ts';
export type { FetchLike } from './fetch.ts';
export type * from './provisioning-types.ts';
export type { AuditLogQuery } from './tenant.ts';
export type { CallEvent } from './transport.ts';
export type * from './types.ts';
