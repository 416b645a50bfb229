import { Client } from 'pg';

/**
 * Keeps every row that is written from now on, besides those that are there, also when it is changed or deleted later.
 * @returns ends that and tells what each table has held: a row a line, as PostgreSQL writes it
 */
export async function recordRows(databaseUrl: string): Promise<() => Promise<Map<string, string>>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(install);
  return async () => {
    const { rows } = await client.query<{ place: string; text: string }>(
      "select place, string_agg(text, E'\\n') as text from recorded group by place order by place",
    );
    await client.end();
    return new Map(rows.map(({ place, text }) => [place, text]));
  };
}

const install = `
create table public.recorded (place text not null, text text not null);
create function public.record_row() returns trigger language plpgsql as $$
begin
  insert into public.recorded values (tg_table_schema || '.' || tg_table_name, new::text);
  return null;
end $$;
do $$
declare each record;
begin
  for each in select table_schema, table_name from information_schema.tables where table_schema = 'account'
    and table_type = 'BASE TABLE'
  loop
    execute format('insert into public.recorded select %L, t::text from %I.%I t',
      each.table_schema || '.' || each.table_name, each.table_schema, each.table_name);
    execute format('create trigger recorded after insert or update on %I.%I for each row execute function public.record_row()',
      each.table_schema, each.table_name);
  end loop;
end $$;`;
