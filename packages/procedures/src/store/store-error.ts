import { DrizzleQueryError } from 'drizzle-orm';

/** The database could not do what it was asked; the cause is for the log. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

export function isStoreFailure(error: unknown) {
  return error instanceof StoreError || error instanceof DrizzleQueryError;
}
