import * as z from 'zod/mini';
import { tabMemory } from '../../lib/storage.ts';

/** A way to a provider and back that this tab has begun. */
const PendingLink = z.object({
  /** Comes back in the address; the server believes it from this person only, and once. */
  state: z.string(),
  personId: z.string(),
  target: z.string(),
  replace: z.boolean(),
  /** `finishing`: the server was asked, its answer is not known. `over`: nothing more is to be done. */
  status: z.enum(['left', 'finishing', 'over']),
});
export type PendingLink = z.infer<typeof PendingLink>;

/** How it ended, to be told on the page that comes next. */
const Outcome = z.object({
  kind: z.enum([
    'linked',
    'replaced',
    'denied',
    'refused',
    'expired',
    'taken',
    'notLinkable',
    'closed',
    'unsure',
  ]),
  /** What the provider is called. */
  target: z.optional(z.string()),
});
export type Outcome = z.infer<typeof Outcome>;

const linkKey = 'social-link';
const outcomeKey = 'social-outcome';

export function keepLink(link: PendingLink) {
  tabMemory.set(linkKey, JSON.stringify(link));
}

/** The way that this answer belongs to, if the same person has begun it in this tab. */
export function findLink(state: string | null, personId: string): PendingLink | undefined {
  const link = read(linkKey, PendingLink);
  return link && link.state === state && link.personId === personId ? link : undefined;
}

export function tellOutcome(outcome: Outcome) {
  tabMemory.set(outcomeKey, JSON.stringify(outcome));
}

/** Once. */
export function takeOutcome() {
  const outcome = read(outcomeKey, Outcome);
  tabMemory.set(outcomeKey, null);
  return outcome;
}

function read<Value>(key: string, schema: z.ZodMiniType<Value>): Value | undefined {
  try {
    return schema.safeParse(JSON.parse(tabMemory.get(key) ?? 'null')).data;
  } catch {
    return undefined;
  }
}
