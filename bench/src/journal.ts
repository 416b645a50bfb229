import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** Straight into the database of a server that has started once, as somebody else at the same database. */
export async function openJournal(databaseUrl: string) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    /** So many lines for each of the first people of the stub, newest last, and none for anybody else. */
    fill: async ({ people, linesEach }: { people: number; linesEach: number }) => {
      await client.query('truncate account.journal');
      await add(client, { prefix: 'person', people, lines: people * linesEach });
    },
    /** So many lines of people who are never asked about. */
    addOthers: (lines: number) => add(client, { prefix: 'other', people: Math.ceil(lines / 20), lines }),
    /** Which index has served how many scans so far, and how often the whole table was read. */
    scans: async (): Promise<Record<string, number>> => {
      // What other connections have done is told a second later.
      await wait(1_500);
      const { rows } = await client.query<{ name: string; scans: number }>(scans);
      return Object.fromEntries(rows.map(({ name, scans }) => [name, scans]));
    },
    /** How PostgreSQL carries a statement out; what it writes is taken back. */
    explain: async (statement: string) => {
      await client.query('begin');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze) ${statement}`);
      await client.query('rollback');
      return rows.map((row) => row['QUERY PLAN']);
    },
    close: () => client.end(),
  };
}

const scans = `
  select indexrelname as name, idx_scan::int as scans from pg_stat_user_indexes
  where schemaname = 'account' and relname = 'journal'
  union all select 'whole table', seq_scan::int from pg_stat_user_tables
  where schemaname = 'account' and relname = 'journal'`;

type Lines = { prefix: string; people: number; lines: number };

async function add(client: Client, { prefix, people, lines }: Lines) {
  await client.query(
    `insert into account.journal (at, event, person_id, actor_id, outcome, request_id, network, device, details)
    select now() - ($3::int - n) * interval '1 second', 'profile.updated', $1::text || n % $2::int,
      $1::text || n % $2::int, 'done', gen_random_uuid(), '203.0.113.0', 'Firefox on macOS', '{"fields": ["name"]}'
    from generate_series(0, $3::int - 1) n`,
    [prefix, people, lines],
  );
  await client.query('analyze account.journal');
}
