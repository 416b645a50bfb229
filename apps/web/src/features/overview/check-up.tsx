import type { CheckUpItem } from '@account/procedures/schemas';
import { CircleAlert, Info, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Item } from '../../ui/item.tsx';
import { LineSkeletons } from '../../ui/skeleton.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { Remedy } from './remedy.tsx';

/** What would make the account safer, the most urgent first. It comes after the page: nobody waits for it. */
export function CheckUp() {
  const { t } = useTranslation(['overview', 'shell']);
  const { data: todos, error, refetch } = trpc.account.checkUp.useQuery();
  return (
    <Card title={t('checkUp.title')}>
      {todos ? (
        <Todos todos={todos} />
      ) : error ? (
        <NotLoaded error={error} onRetry={() => void refetch()} />
      ) : (
        <LineSkeletons label={t('shell:loading')} lines={1} />
      )}
    </Card>
  );
}

function Todos({ todos }: { todos: readonly CheckUpItem[] }) {
  const { t } = useTranslation('overview');
  if (todos.length === 0) {
    return (
      <Rows>
        <Item
          label={t('checkUp.good.title')}
          title={t('checkUp.good.title')}
          icon={<Sign className="bg-sunken text-success" icon={ShieldCheck} />}
        >
          {t('checkUp.good.text')}
        </Item>
      </Rows>
    );
  }
  return (
    <Rows>
      {todos.map((todo) => (
        <Todo key={todo.kind} todo={todo} />
      ))}
    </Rows>
  );
}

const signs = {
  high: { className: 'bg-danger-soft text-danger', icon: ShieldAlert },
  medium: { className: 'bg-warning-soft text-warning', icon: CircleAlert },
  low: { className: 'bg-sunken text-soft', icon: Info },
};

function Todo({ todo: { kind, severity, domain, count = 0 } }: { todo: CheckUpItem }) {
  const { t } = useTranslation('overview');
  const title = t(`checkUp.${kind}.title`, { count });
  return (
    <Item
      label={title}
      title={title}
      icon={<Sign {...signs[severity]} />}
      actions={<Remedy domain={domain} about={title} />}
    >
      {t(`checkUp.${kind}.text`)}
    </Item>
  );
}

function Sign({ className, icon: Icon }: (typeof signs)['high']) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-10 shrink-0 items-center justify-center rounded-full ${className}`}
    >
      <Icon className="size-5" />
    </span>
  );
}
