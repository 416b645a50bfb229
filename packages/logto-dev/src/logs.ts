import { newId } from './ids.ts';
import type { JsonObject, State } from './state.ts';

/** More than a developer looks at, and still little memory. */
const logLimit = 5000;

export type LogEntry = {
  key: string;
  error?: string;
  ip: string;
  userAgent: string;
  details: JsonObject;
};

/** Adds a row to the audit log, in the shape of Logto's. */
export function writeLog(state: State, { key, error, ip, userAgent, details }: LogEntry) {
  const result = error === undefined ? 'Success' : 'Error';
  state.logs.push({
    id: newId(),
    key,
    payload: { key, result, ...(error === undefined ? {} : { error }), ip, userAgent, ...details },
    createdAt: Date.now(),
  });
  if (state.logs.length > logLimit) state.logs.shift();
}
