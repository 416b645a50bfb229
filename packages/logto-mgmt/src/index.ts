export { createLogtoClient, type LogtoClient, type LogtoClientOptions } from './client.ts';
export { LogtoError } from './errors.ts';
export type { AuditLogQuery } from './tenant.ts';
export type { CallEvent, FetchLike } from './transport.ts';
export type * from './types.ts';
