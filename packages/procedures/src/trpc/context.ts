import type { LogtoClient, User } from '@account/logto-mgmt';
import type { Authenticate, Caller } from '../policy/authenticate.ts';
import type { FieldRights } from '../policy/field-rights-schemas.ts';
import type { Tenant } from '../tenant.ts';

/** The rules that an operator chooses. */
export type Rules = {
  /** What people may see and edit while Logto's account center is disabled; a field that is not named is `Edit`. */
  fieldRights: Partial<FieldRights>;
  /** Keys of `customData` that people may read and change, besides those of the tenant's custom profile fields. */
  customDataKeys: readonly string[];
};

/** What the procedures work with; made once per process. */
export type Services = {
  logto: LogtoClient;
  authenticate: Authenticate;
  tenant: Tenant;
  rules: Rules;
};

/** One HTTP request. All calls of a batch share it. */
export type Context = {
  services: Services;
  requestId: string;
  /** Who sent the request; verified once however many calls ask. Throws `SIGN_IN_REQUIRED`. */
  readCaller: () => Promise<Caller>;
  /** The person as Logto has them, read once for all queries of the request. */
  readUser: () => Promise<User>;
};

/** What a service gets: the request, and the person whom the chain has let in. */
export type PersonContext = Context & {
  user: User;
  rights: FieldRights;
  caller: Caller;
};

export type RequestFacts = {
  requestId: string;
  /** The value of the `Authorization` header. */
  authorization: string | undefined;
};

/** Makes the context of one HTTP request. */
export function createContext(services: Services, { requestId, authorization }: RequestFacts): Context {
  const readCaller = once(() => services.authenticate(authorization));
  const readUser = once(async () => services.logto.users.get((await readCaller()).id));
  return { services, requestId, readCaller, readUser };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
