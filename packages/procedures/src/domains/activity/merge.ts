/** `item: undefined`: nothing to show, but passed over like any other. */
export type Row<T> = { at: number; item: T | undefined };

/** One source, newest first. `isComplete`: there is nothing older than its last row. */
export type Stream<R> = { rows: readonly R[]; isComplete: boolean };

/**
 * Takes rows from all sources, newest first, until `limit` items are found. It ends early where a source has to be
 * read further before it is known what comes next. Each source keeps its own order. `taken` says how many rows of
 * each source were passed, and `isComplete` that nothing is left of any.
 */
export function mergeNewestFirst<T>(streams: readonly Stream<Row<T>>[], limit: number) {
  const taken = streams.map(() => 0);
  const items: T[] = [];
  while (items.length < limit) {
    const heads = streams.map(({ rows }, index) => rows[taken[index] ?? 0]);
    if (streams.some(({ isComplete }, index) => !heads[index] && !isComplete)) break;
    const newest = Math.max(...heads.map((head) => head?.at ?? Number.NEGATIVE_INFINITY));
    const source = heads.findIndex((head) => head?.at === newest);
    const next = heads[source];
    if (!next) break;
    taken[source] = (taken[source] ?? 0) + 1;
    if (next.item !== undefined) items.push(next.item);
  }
  const isComplete = streams.every(
    (stream, index) => stream.isComplete && taken[index] === stream.rows.length,
  );
  return { items, taken, isComplete };
}
