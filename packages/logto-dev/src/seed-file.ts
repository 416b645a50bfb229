import { z } from 'zod';
import { newApplication } from './applications.ts';
import { hashPassword } from './passwords.ts';
import { isJsonObject, type JsonObject, type State, type User } from './state.ts';
import { createUser } from './users.ts';

const json: z.ZodType<JsonObject> = z.custom<JsonObject>(isJsonObject, 'must be an object');

const personDraft = z.strictObject({
  /** With the username of somebody in the demo tenant, that person is changed instead. */
  username: z.string(),
  password: z.string().optional(),
  primaryEmail: z.string().nullable().optional(),
  primaryPhone: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  avatar: z.string().nullable().optional(),
  profile: json.optional(),
  customData: json.optional(),
  isSuspended: z.boolean().optional(),
});

const applicationDraft = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(['SPA', 'Traditional', 'MachineToMachine', 'Native']),
  secret: z.string().optional(),
  isThirdParty: z.boolean().default(false),
  redirectUris: z.array(z.url()).default([]),
  postLogoutRedirectUris: z.array(z.url()).default([]),
  allowTokenExchange: z.boolean().default(false),
  roleIds: z.array(z.string()).default([]),
});

const seedFile = z.strictObject({
  users: z.array(personDraft).default([]),
  applications: z.array(applicationDraft).default([]),
  signInExperience: json.default({}),
  accountCenter: json.default({}),
});

/**
 * Merges a seed file over a tenant: people by username, applications by id, settings key by key.
 * @throws Error that names what does not fit
 */
export async function applySeedFile(state: State, content: string) {
  const parsed = seedFile.safeParse(parseJson(content));
  if (!parsed.success) throw new Error(`The seed file does not fit.\n${z.prettifyError(parsed.error)}`);
  const { users, applications, signInExperience, accountCenter } = parsed.data;
  for (const person of users) await mergePerson(state, person);
  for (const application of applications) state.applications.set(application.id, toApplication(application));
  state.signInExperience = { ...state.signInExperience, ...signInExperience };
  state.accountCenter = { ...state.accountCenter, ...accountCenter };
}

function toApplication({
  secret,
  redirectUris,
  postLogoutRedirectUris,
  allowTokenExchange,
  ...draft
}: z.infer<typeof applicationDraft>) {
  return newApplication({
    ...draft,
    ...(secret === undefined ? {} : { secret }),
    oidcClientMetadata: { redirectUris, postLogoutRedirectUris },
    customClientMetadata: { allowTokenExchange },
  });
}

async function mergePerson(state: State, { password, ...fields }: z.infer<typeof personDraft>) {
  const existing = [...state.users.values()].find(({ username }) => username === fields.username);
  const user: User = existing ?? createUser(state, { username: fields.username });
  // JSON has no undefined: what the file leaves out stays as it is.
  Object.assign(user, JSON.parse(JSON.stringify(fields)));
  if (password !== undefined) user.password = await hashPassword(password);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new Error('The seed file is not JSON.', { cause });
  }
}
