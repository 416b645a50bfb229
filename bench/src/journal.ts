import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

/** Straight into the database of a server that has started once, as somebody else at the same database. */
export async function openJournal(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  return {
    /** So many lines for each of the first people of the stub, newest last, and none for anybody else. */
    fill: async ({ people, linesEach }: { people: number; linesEach: number }) => {
      await sql`truncate account.journal`;
      await add(sql, { prefix: 'person', people, lines: people * linesEach });
    },
    /** So many lines of people who are never asked about. */
    addOthers: (lines: number) => add(sql, { prefix: 'other', people: Math.ceil(lines / 20), lines }),
    /** Which index has served how many scans so far, and how often the whole table was read. */
    scans: async (): Promise<Record<string, number>> => {
      // What other connections have done is told a second later.
      await wait(1_500);
      const rows = await sql<{ name: string; scans: number }[]>`
        select indexrelname as name, idx_scan::int as scans from pg_stat_user_indexes
        where schemaname = 'account' and relname = 'journal'
        union all select 'whole table', seq_scan::int from pg_stat_user_tables
        where schemaname = 'account' and relname = 'journal'`;
      return Object.fromEntries(rows.map(({ name, scans }) => [name, scans]));
    },
    /** How PostgreSQL carries a statement out; what it writes is taken back. */
    explain: async (statement: string) => {
      await sql`begin`;
      const rows = await sql.unsafe<{ 'QUERY PLAN': string }[]>(`explain (analyze) ${statement}`);
      await sql`rollback`;
      return rows.map((row) => row['QUERY PLAN']);
    },
    close: () => sql.end(),
  };
}

type Lines = { prefix: string; people: number; lines: number };

async function add(sql: postgres.Sql, { prefix, people, lines }: Lines) {
  await sql`
    insert into account.journal (at, event, person_id, actor_id, outcome, request_id, network, device, details)
    select now() - (${lines} - n) * interval '1 second', 'profile.updated', ${prefix} || n % ${people},
      ${prefix} || n % ${people}, 'done', gen_random_uuid(), '203.0.113.0', 'Firefox on macOS',
      '{"fields": ["name"]}'
    from generate_series(0, ${lines - 1}) n`;
  await sql`analyze account.journal`;
}
