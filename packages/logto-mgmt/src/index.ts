export type { Around, CallFacts } from './api.ts';
export { createLogtoClient, type LogtoApi, type LogtoClient, type LogtoClientOptions } from './client.ts';
export { type Answer, LogtoError } from './errors.ts';
export type { FetchLike } from './fetch.ts';
export type * from './provisioning-types.ts';
export type { AuditLogQuery } from './tenant.ts';
export type { CallEvent } from './transport.ts';
export type * from './types.ts';
export type { PeopleQuery, UserListQuery } from './users/account.ts';
