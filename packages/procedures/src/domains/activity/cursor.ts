import * as z from 'zod/mini';
import { fieldProblem } from '../../trpc/account-error.ts';
import { ActivityKind } from './schemas.ts';

/** Logto logs several rows in one millisecond, but a person does not make it log this many. */
const maxTied = 50;

const latestMs = 8.64e15;

/** How far Logto's log was read: to this millisecond, of which these rows are done. It has no finer position to ask for. */
const LogPosition = z.object({
  at: z.number().check(z.minimum(0), z.maximum(latestMs)),
  done: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(maxTied)),
});
export type LogPosition = z.infer<typeof LogPosition>;

/** How far both sources were read, `journal` to the row of this id. `null`: nothing was asked of it yet. */
const Position = z.object({
  /** With another kind the same positions would leave rows out. */
  kind: ActivityKind,
  journal: z.nullable(z.int().check(z.minimum(0))),
  log: z.nullable(LogPosition),
});
export type Position = z.infer<typeof Position>;

/**
 * It names rows that were read, never whose: every query asks for the rows of the caller, so that a made-up cursor
 * shows nothing but another part of one's own past.
 */
export function toCursor(position: Position) {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Throws `INPUT_INVALID`. */
export function fromCursor(cursor: string | undefined, kind: ActivityKind): Position {
  if (cursor === undefined) return { kind, journal: null, log: null };
  const position = Position.safeParse(parse(cursor));
  if (!position.success || position.data.kind !== kind) throw fieldProblem('cursor', 'WRONG_FORMAT');
  return position.data;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** What one page read of a source: `taken` of its rows were passed. */
type Passed<R> = { rows: readonly R[]; taken: number };

/** The position in the journal after a page. What is written after the first page is newer than it and stays out. */
export function advanceJournal(before: number | null, { rows, taken }: Passed<{ id: number }>): number {
  const newest = rows[0];
  return rows[taken - 1]?.id ?? before ?? (newest ? newest.id + 1 : 0);
}

/** The position in Logto's log after a page; as `advanceJournal`. */
export function advanceLog(
  position: LogPosition | null,
  { rows, taken }: Passed<{ id: string; at: number }>,
): LogPosition {
  const last = rows[taken - 1];
  if (!last) return position ?? { at: rows[0]?.at ?? 0, done: [] };
  const tied = rows.slice(0, taken).flatMap(({ id, at }) => (at === last.at ? [id] : []));
  const done = position?.at === last.at ? [...position.done, ...tied] : tied;
  return done.length > maxTied ? { at: last.at - 1, done: [] } : { at: last.at, done };
}
