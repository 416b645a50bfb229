import type { TokenList } from '@account/procedures/schemas';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ClosedPage, useLock } from '../../lib/access.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Page } from '../../ui/page.tsx';
import { CreateToken } from './create-token.tsx';
import { Draft, emptyDraft } from './draft.ts';
import { Example } from './example.tsx';
import { TokenItem } from './token-item.tsx';

/** Access tokens: what scripts and tools use in place of a sign-in. */
export function TokensPage() {
  const { t } = useTranslation(['tokens', 'shell']);
  const lock = useLock({ scope: 'account:tokens' });
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {lock ? <ClosedPage lock={lock} /> : <Content />}
    </Page>
  );
}

function Content() {
  const [list] = trpc.tokens.list.useSuspenseQuery();
  const [draft, setDraft] = useResumable('token.create', Draft);
  const begin = () => setDraft(emptyDraft(list));
  return (
    <>
      {list.tokens.length > 0 ? <Tokens list={list} onCreate={begin} /> : <NoTokens onCreate={begin} />}
      <Example />
      {draft && <CreateToken list={list} draft={draft} onChange={setDraft} onClose={() => setDraft(null)} />}
    </>
  );
}

type TokensProps = { list: TokenList; onCreate: () => void };

function Tokens({ list: { tokens, maxTokens }, onCreate }: TokensProps) {
  const { t } = useTranslation('tokens');
  const isFull = tokens.length >= maxTokens;
  const note = isFull && <p className="mt-0.5 text-sm text-warning">{t('full', { count: maxTokens })}</p>;
  const create = (
    <Button look="primary" disabled={isFull} onClick={onCreate}>
      {t('create')}
    </Button>
  );
  return (
    <Card title={t('list')} note={note} action={create}>
      <Rows>
        {tokens.map((token) => (
          <TokenItem key={token.name} token={token} />
        ))}
      </Rows>
    </Card>
  );
}

function NoTokens({ onCreate }: Pick<TokensProps, 'onCreate'>) {
  const { t } = useTranslation('tokens');
  return (
    <Nothing
      icon={<KeyRound className="size-5" />}
      title={t('none.title')}
      text={t('none.text')}
      action={
        <Button look="primary" onClick={onCreate}>
          {t('create')}
        </Button>
      }
    />
  );
}
