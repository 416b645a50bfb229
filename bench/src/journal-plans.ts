import type { openJournal } from './journal.ts';

/** What is asked of the journal, by who asks it: as the code in packages/procedures/src has it. */
const statements = {
  'activity, first leaf (activity/journal-rows.ts)': `select * from account.journal
    where person_id = 'person1' and outcome <> 'STEP_UP_REQUIRED' and event not like '%started'
    and event not like '%code-sent' order by id desc limit 21`,
  'activity, next leaf': `select * from account.journal
    where person_id = 'person1' and id < 5000 and outcome <> 'STEP_UP_REQUIRED' and event not like '%started'
    and event not like '%code-sent' order by id desc limit 21`,
  'activity of somebody without any': `select * from account.journal
    where person_id = 'nobody' and outcome <> 'STEP_UP_REQUIRED' and event not like '%started'
    and event not like '%code-sent' order by id desc limit 21`,
  'what the support did (support/look.ts)': `select * from account.journal
    where person_id = 'person1' and actor_id <> 'person1' and actor_id <> 'system' order by id desc limit 20`,
  'erasing a person (policy/deletion.ts)': `update account.journal
    set network = null, device = null, details = '{}' where person_id = 'person1'`,
  'the sweep, nothing due (policy/sweep.ts)': `delete from account.journal
    where at < now() - interval '365 days'`,
};

/** Which index serves each of them, and how long it takes. */
export async function explainJournal({ explain }: Pick<Awaited<ReturnType<typeof openJournal>>, 'explain'>) {
  const rows = [];
  for (const [query, statement] of Object.entries(statements)) {
    const plan = await explain(statement);
    const [, index = 'none'] = /Index .*?(?:using|on) (\w+)/.exec(plan.join('\n')) ?? [];
    const ms = plan.at(-1)?.replace(/[^\d.]/g, '') ?? '';
    rows.push({ query, index, ms });
  }
  return rows;
}
