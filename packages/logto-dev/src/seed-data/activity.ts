import type { State } from '../state.ts';

/** What has happened before: nothing yet. */
export const createDemoActivity = (): Pick<State, 'logs'> => ({ logs: [] });
