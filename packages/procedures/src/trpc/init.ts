import { initTRPC } from '@trpc/server';
import type { AccountField } from '../policy/field-rights-schemas.ts';
import type { Scope } from '../policy/permissions.ts';
import type { Context } from './context.ts';
import { fromTRPC } from './errors.ts';
import type { Problem } from './problem-schemas.ts';

/** What a procedure declares about itself; the chain acts on it and the router test checks that it is there. */
export type Meta = {
  scope: Scope;
  /** A mutation: the name under which the journal records it. */
  journal?: string;
  /**
   * A mutation: the settings it changes. With one, every call changes it; with several, a call changes those that
   * its input names.
   */
  edits?: readonly AccountField[];
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
