import * as z from 'zod/mini';
import { tabMemory } from './storage.ts';

/** How the person left: by a pause, or by a deletion that is due (epoch milliseconds) or done. */
const Departure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deactivated') }),
  z.object({ kind: z.literal('deletion'), dueAt: z.number(), isDone: z.boolean() }),
]);
export type Departure = z.infer<typeof Departure>;

const key = 'departure';

/** Remembers it for the page that says goodbye: there, nobody is signed in any more. */
export function rememberDeparture(departure: Departure) {
  tabMemory.set(key, JSON.stringify(departure));
}

export function lastDeparture(): Departure | undefined {
  try {
    return Departure.safeParse(JSON.parse(tabMemory.get(key) ?? '')).data;
  } catch {
    return undefined;
  }
}

export function forgetDeparture() {
  tabMemory.set(key, null);
}
