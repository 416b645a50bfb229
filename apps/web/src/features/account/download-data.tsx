import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../lib/error-text.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { Item } from '../../ui/item.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { collectData } from './collect-data.ts';

/** One file for the person to keep or to take elsewhere; it is put together in the browser. */
export function DownloadData() {
  const { t } = useTranslation('account');
  const { client } = trpc.useUtils();
  const download = useMutation({
    mutationFn: () => collectData(client),
    gcTime: 0,
    onSuccess(data) {
      const name = `account-${data.exportedAt.slice(0, 10)}.json`;
      saveFile(JSON.stringify(data, null, 2), { name, type: 'application/json' });
    },
  });
  return (
    <Card title={t('data.title')}>
      <Rows>
        <Item
          label={t('data.name')}
          title={t('data.name')}
          actions={
            <Button
              aria-disabled={download.isPending}
              onClick={() => !download.isPending && download.mutate()}
            >
              {t('data.action')}
            </Button>
          }
        >
          {t('data.about')}
          <ErrorLine>{download.error !== null && <ErrorText error={download.error} />}</ErrorLine>
        </Item>
      </Rows>
    </Card>
  );
}
