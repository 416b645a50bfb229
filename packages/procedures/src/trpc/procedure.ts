import { assertEditable, fieldRights } from '../policy/field-rights.ts';
import type { AccountField } from '../policy/field-rights-schemas.ts';
import type { Scope } from '../policy/permissions.ts';
import { AccountError, toTRPCError } from './account-error.ts';
import type { PersonContext } from './context.ts';
import { fromTRPC } from './errors.ts';
import { t } from './init.ts';

/** Outermost, so that whatever a rule, a service or Logto throws leaves as one of our errors. */
const errors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTRPCError(fromTRPC(result.error));
  return result;
});

const scope = t.middleware(async ({ ctx, meta, next }) => {
  const { scopes } = await ctx.readCaller();
  if (!meta) throw new Error('A procedure without meta');
  if (!scopes.has(meta.scope)) throw new AccountError('SCOPE_MISSING', { scope: meta.scope });
  return next();
});

/**
 * A token outlives the account it was made for by up to an hour, so Logto is asked at every request. A change reads
 * the person anew, because an earlier change of the same batch may have altered them.
 */
const person = t.middleware(async ({ ctx, type, next }) => {
  const { logto, tenant, rules } = ctx.services;
  const caller = await ctx.readCaller();
  const user = type === 'mutation' ? await logto.users.get(caller.id) : await ctx.readUser();
  if (user.isSuspended) throw new AccountError('ACCOUNT_SUSPENDED');
  const rights = fieldRights(await tenant.accountCenter(), rules.fieldRights);
  return next({ ctx: { ...ctx, caller, user, rights } satisfies PersonContext });
});

const active = t.procedure.use(errors).use(scope).use(person);

const editable = active.use(async ({ ctx, meta, getRawInput, next }) => {
  const edits = meta?.edits ?? [];
  assertEditable(ctx.rights, edits.length > 1 ? named(edits, await getRawInput()) : edits);
  return next();
});

function named(edits: readonly AccountField[], input: unknown) {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  return edits.filter((field) => keys.includes(field));
}

/** A query. The person is signed in, holds the scope, exists and is not suspended. */
export function read(scope: Scope) {
  return active.meta({ scope });
}

/** A low-harm mutation: as `read`, and the settings it changes are open for editing. */
export function write(scope: Scope, { journal, edits }: { journal: string; edits: readonly AccountField[] }) {
  return editable.meta({ scope, journal, edits });
}
