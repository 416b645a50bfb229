import Bowser from 'bowser';
import ipaddr from 'ipaddr.js';
import type { Store } from '../store/open.ts';
import { journal } from '../store/schema.ts';

export type JournalEntry = {
  event: string;
  personId: string;
  actorId: string;
  /** `done`, or the code of the problem it was refused with. */
  outcome: string;
  requestId: string;
  ip: string | undefined;
  userAgent: string | undefined;
  /** Never a secret: no password, code, token or whole address. */
  details: Record<string, unknown>;
};

/** Adds one line to the record of what was done to accounts. */
export async function writeJournal({ db }: Pick<Store, 'db'>, { ip, userAgent, ...entry }: JournalEntry) {
  await db.insert(journal).values({ ...entry, network: coarse(ip), device: deviceName(userAgent) });
}

/** Enough to tell one place from another, too little to tell who lives there: /24, or /48 for IPv6. */
export function coarse(ip: string | undefined): string | null {
  if (!ip || !ipaddr.isValid(ip)) return null;
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6
    ? `${address.parts
        .slice(0, 3)
        .map((part) => part.toString(16))
        .join(':')}::`
    : `${address.octets.slice(0, 3).join('.')}.0`;
}

/** `Firefox on macOS` */
export function deviceName(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(' on ') || null;
}
