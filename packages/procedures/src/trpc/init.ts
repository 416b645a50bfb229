import { initTRPC } from '@trpc/server';
import type { AccountField } from '../policy/field-rights-schemas.ts';
import type { MemoryLimit } from '../policy/limits.ts';
import type { Scope } from '../policy/permissions.ts';
import type { StepUpPurpose } from '../policy/step-up-schemas.ts';
import type { Context } from './context.ts';
import { fromTRPC } from './errors.ts';
import type { Problem } from './problem-schemas.ts';

/** What a procedure declares about itself; the chain acts on it and the router test checks that it is there. */
export type Meta = {
  /** How often it can be called. */
  limit: MemoryLimit;
  /** The scope that a token needs. Only what is open to people who cannot sign in has none. */
  scope?: Scope;
  /** A query of one setting: refused when the operator has switched it off. */
  shows?: AccountField;
  /** A mutation only so that its input travels in a body: it changes nothing. */
  isQuestion?: true;
  /** A mutation: the name under which the journal records it. */
  journal?: string;
  /**
   * A mutation: the settings it changes. With one, every call changes it; with several, a call changes those that
   * its input names.
   */
  edits?: readonly AccountField[];
  /** It is about the person whom the input names, not about the caller: for the support. */
  onBehalf?: true;
  /** A mutation that asks for a fresh proof of who the person is, and what that proof must be for. */
  stepUp?: StepUpPurpose;
};

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const { code, details } = fromTRPC(error);
      const problem: Problem = { code, requestId: ctx?.requestId ?? 'unknown', ...details };
      const { code: trpcCode, httpStatus, path } = shape.data;
      return { code: shape.code, message: code, data: { code: trpcCode, httpStatus, path, problem } };
    },
  });
