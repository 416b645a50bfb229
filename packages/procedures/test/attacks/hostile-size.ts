import { env } from 'node:process';

/** How many hostile inputs to send: few in every run, many by `pnpm --filter @account/procedures hostile`. */
export const hostileInputs = Number(env.HOSTILE_INPUTS ?? 1500);
