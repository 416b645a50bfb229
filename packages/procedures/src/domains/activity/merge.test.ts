import fc from 'fast-check';
import { expect, it } from 'vitest';
import { advanceJournal, advanceLog, fromCursor, type LogPosition, toCursor } from './cursor.ts';
import { mergeNewestFirst } from './merge.ts';

type Entry = { id: number; at: number; item: string | undefined };

/** How many rows each of some successive milliseconds has, and which of them are to be shown. */
const moments = fc.array(fc.array(fc.boolean(), { maxLength: 4 }), { maxLength: 15 });
const scenario = fc.record({
  journal: moments,
  log: moments,
  limit: fc.integer({ min: 1, max: 7 }),
  /** More than the rows of one millisecond, or it would never be left. */
  logPage: fc.integer({ min: 6, max: 12 }),
  /** What is written after each page. */
  later: fc.array(fc.constantFrom('journal', 'log', 'both', 'nothing'), { maxLength: 20 }),
});

function rowsOf(source: 'journal' | 'log', shownAt: readonly (readonly boolean[])[]): Entry[] {
  const rows = shownAt.flatMap((flags, at) => flags.map((isShown) => ({ at, isShown })));
  return rows.map(({ at, isShown }, index) => ({
    id: index + 1,
    at,
    item: isShown || source === 'journal' ? `${source} ${index + 1}` : undefined,
  }));
}

/** As our journal answers: the rows before an id, newest first. */
function readJournal(rows: readonly Entry[], before: number | null, limit: number) {
  const older = rows.filter(({ id }) => before === null || id < before).reverse();
  return { rows: older.slice(0, limit), isComplete: older.length <= limit };
}

/** As Logto answers: one page of everything up to a millisecond, newest first. */
function readLog(rows: readonly Entry[], position: LogPosition | null, pageSize: number) {
  const until = rows.filter(({ at }) => position === null || at <= position.at).reverse();
  const page = until.slice(0, pageSize).map((row) => ({ ...row, id: `log ${row.id}` }));
  return { rows: page.filter(({ id }) => !position?.done.includes(id)), isComplete: page.length < pageSize };
}

type Given = {
  journal: boolean[][];
  log: boolean[][];
  limit: number;
  logPage: number;
  later: string[];
};

/** All pages, one after the other, with the cursor as a client would send it. */
function readAll({ journal, log, limit, logPage, later }: Given) {
  const state = { journal: rowsOf('journal', journal), log: rowsOf('log', log) };
  const pages: string[][] = [];
  let cursor: string | undefined;
  for (let number = 0; number < 300; number++) {
    const position = fromCursor(cursor, 'all');
    const fromJournal = readJournal(state.journal, position.journal, limit);
    const fromLog = readLog(state.log, position.log, logPage);
    const { items, taken, isComplete } = mergeNewestFirst<string>([fromJournal, fromLog], limit);
    pages.push(items);
    if (isComplete) break;
    cursor = toCursor({
      kind: 'all',
      journal: advanceJournal(position.journal, { rows: fromJournal.rows, taken: taken[0] ?? 0 }),
      log: advanceLog(position.log, { rows: fromLog.rows, taken: taken[1] ?? 0 }),
    });
    for (const source of ['journal', 'log'] as const) {
      if (later[number] !== source && later[number] !== 'both') continue;
      state[source].push({ id: state[source].length + 1, at: 100 + number, item: 'too late' });
    }
  }
  return pages;
}

it('read page by page, no row is lost, none comes twice and the order is kept, while new rows are written', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const pages = readAll(given);
      const expected = [...rowsOf('journal', given.journal), ...rowsOf('log', given.log)].filter(
        ({ item }) => item !== undefined,
      );
      const seen = pages.flat();
      expect([...seen].sort()).toEqual(expected.map(({ item }) => item).sort());
      const times = seen.map((item) => expected.find((row) => row.item === item)?.at ?? -1);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(given.limit);
    }),
    { numRuns: 500 },
  );
});
