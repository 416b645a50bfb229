import type { LogtoClient, User } from '@account/logto-mgmt';
import type { Authenticate, Caller } from '../policy/authenticate.ts';
import type { FieldRights } from '../policy/field-rights-schemas.ts';
import type { ReadIdToken } from '../policy/id-token.ts';
import type { Limits } from '../policy/limits.ts';
import type { Rules } from '../rules.ts';
import type { Store } from '../store/open.ts';
import type { Tenant } from '../tenant.ts';

/** What the procedures work with; made once per process. */
export type Services = {
  logto: LogtoClient;
  authenticate: Authenticate;
  readIdToken: ReadIdToken;
  tenant: Tenant;
  store: Store;
  limits: Limits;
  rules: Rules;
};

/** What is known of a request before anybody looks at it. */
export type RequestFacts = {
  requestId: string;
  /** The value of the `Authorization` header. */
  authorization: string | undefined;
  /** The value of the `X-Step-Up` header. */
  stepUp: string | undefined;
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
  /** The person as Logto has them, with their SSO identities; read once for all queries of the request. */
  readUser: () => Promise<User>;
  /** As `readUser`, but anew. `GET /api/users/{id}` */
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
  const readCaller = once(() => services.authenticate(facts.authorization));
  const fetchUser = async () =>
    services.logto.users.get((await readCaller()).id, { includeSsoIdentities: true });
  return { ...facts, services, readCaller, fetchUser, readUser: once(fetchUser) };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
