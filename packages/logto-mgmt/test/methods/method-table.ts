import type { LogtoClient } from '../../src/index.ts';

/** By the method's name; a case of it follows after a comma. */
export type MethodTable = Record<
  string,
  {
    call: (client: LogtoClient) => Promise<unknown>;
    /** Method and path after `/api`. */
    sends: string;
    body?: unknown;
    /** 200 when absent. */
    status?: number;
    answer?: unknown;
    /** The whole answer where it is not JSON. */
    text?: string;
    /** What the method resolves with; Logto's answer when absent. */
    gives?: unknown;
  }
>;
