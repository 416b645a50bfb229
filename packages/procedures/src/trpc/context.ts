import type { LogtoApi, User } from '@account/logto-mgmt';
import type { People } from '../people.ts';
import type { Authenticate, Caller } from '../policy/authenticate.ts';
import type { FieldRights } from '../policy/field-rights-schemas.ts';
import type { ReadIdToken } from '../policy/id-token.ts';
import type { Limits } from '../policy/limits.ts';
import type { ReadLogoutToken } from '../policy/logout-token.ts';
import type { Rules } from '../rules.ts';
import type { Store } from '../store/open.ts';
import type { Tenant } from '../tenant.ts';
import type { ProblemCode } from './problem-schemas.ts';

/** What the procedures work with; made once per process. */
export type Services = {
  /** Logto as it is now; in a query, as it was a moment ago: see `People`. */
  logto: LogtoApi;
  /** Where people meet Logto, without a trailing slash. */
  logtoEndpoint: string;
  people: People;
  authenticate: Authenticate;
  readIdToken: ReadIdToken;
  readLogoutToken: ReadLogoutToken;
  tenant: Tenant;
  store: Store;
  limits: Limits;
  rules: Rules;
  onCall?: ((event: ProcedureCall) => void) | undefined;
};

/** One call of a procedure, for metrics. Holds nothing of what was asked or answered. */
export type ProcedureCall = {
  /** `domain.verb` */
  procedure: string;
  /** `ok`, or the code of the problem it was refused with. */
  outcome: 'ok' | ProblemCode;
  durationMs: number;
};

/** What is known of a request before anybody looks at it. */
export type RequestFacts = {
  requestId: string;
  /** The value of the `Authorization` header. */
  authorization: string | undefined;
  /** The value of the `X-Step-Up` header. */
  stepUp: string | undefined;
  /** The value of the `Cache-Control` header: with `no-cache`, nothing that was read before is shown. */
  cacheControl: string | undefined;
  ip: string | undefined;
  userAgent: string | undefined;
  /** For what goes wrong without the caller having to know. */
  log: { error: (fields: Record<string, unknown>, message: string) => void };
};

/** One HTTP request. All calls of a batch share it. */
export type Context = RequestFacts & {
  services: Services;
  /** Who sent the request; verified once however many calls ask. Throws `SIGN_IN_REQUIRED`. */
  readCaller: () => Promise<Caller>;
  /** The person as Logto had them a moment ago, with their SSO identities; read once for all queries of the request. */
  readUser: () => Promise<User>;
  /** As `readUser`, but as Logto has them now. `GET /api/users/{id}` */
  fetchUser: () => Promise<User>;
};

/** What a service gets: the request, and the person whom the chain has let in. */
export type PersonContext = Context & {
  caller: Caller;
  user: User;
  rights: FieldRights;
};

/** In a mutation, also a way to tell the journal more. Never a secret. */
export type ChangeContext = PersonContext & {
  note: (details: Record<string, unknown>) => void;
};

/** In a call that is open to people who are not signed in: nobody is let in yet. */
export type OpenContext = Context & {
  note: (details: Record<string, unknown>) => void;
  /** Tells the journal whose account it turned out to be about; without it nothing is recorded. */
  subject: (personId: string) => void;
};

/** Makes the context of one HTTP request. */
export function createContext(services: Services, facts: RequestFacts): Context {
  const { logto, people } = services;
  const readCaller = once(async () => {
    const caller = await services.authenticate(facts.authorization);
    // Whoever has just signed in sees the session that they did it in.
    people.forgetHere(caller.id, facts.cacheControl === 'no-cache' ? Infinity : caller.issuedAt);
    return caller;
  });
  const get = async ({ users }: LogtoApi) =>
    users.get((await readCaller()).id, { includeSsoIdentities: true });
  return {
    ...facts,
    services,
    readCaller,
    fetchUser: () => get(logto),
    readUser: once(() => get(people.recent)),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
