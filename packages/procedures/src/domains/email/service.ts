import type { CodeSent } from '../../policy/codes-schemas.ts';
import { finishAddress, removeIdentifier, startAddress } from '../../policy/identifiers.ts';
import { fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext } from '../../trpc/context.ts';
import { isAllowedEmail } from './blocklist.ts';
import type { Email, EmailFinish, EmailStart } from './schemas.ts';

/** Sends a code to a new address. Throws `NOT_ALLOWED` at `email` where the tenant forbids it. */
export async function startEmail(ctx: ChangeContext, { email }: EmailStart): Promise<CodeSent> {
  const { emailBlocklistPolicy } = await ctx.services.tenant.signInExperience();
  if (!isAllowedEmail(email, emailBlocklistPolicy ?? {})) throw fieldProblem('email', 'NOT_ALLOWED');
  return startAddress(ctx, { kind: 'email', value: email });
}

/** Writes the address that the code proves. Throws `TAKEN` at `email`. */
export async function finishEmail(ctx: ChangeContext, proof: EmailFinish): Promise<Email> {
  return { email: await finishAddress(ctx, 'email', proof) };
}

/** Throws `NOT_FOUND` without an address, `LAST_WAY_IN` when nothing else lets the person in. */
export async function removeEmail(ctx: ChangeContext): Promise<Email> {
  await removeIdentifier(ctx, 'email');
  return { email: null };
}
