import * as z from 'zod/mini';

/** A code is on its way. `flow` goes back with it; `to` is the address with its middle left out. Epoch milliseconds. */
export const CodeSent = z.object({ flow: z.string(), to: z.string(), expiresAt: z.number() });
export type CodeSent = z.infer<typeof CodeSent>;

const text = z.string().check(z.minLength(1), z.maxLength(64));

/** The code that came, and the flow it was sent in. */
export const CodeProof = z.strictObject({ flow: text, code: text });
export type CodeProof = z.infer<typeof CodeProof>;
