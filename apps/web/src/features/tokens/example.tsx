import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../lib/auth-context.ts';
import { rowClass } from '../../ui/card.tsx';
import { SecretBox } from '../../ui/secret-box.tsx';

/** How a token is used: a tool swaps it for a short-lived access token, and says what that one may do. */
export function Example() {
  const { t } = useTranslation('tokens');
  const { endpoint, resource } = useAuth();
  const command = [
    `curl ${new URL('oidc/token', endpoint)}`,
    '-u "$APP_ID:$APP_SECRET"',
    '-d grant_type=urn:ietf:params:oauth:grant-type:token-exchange',
    '-d subject_token_type=urn:logto:token-type:personal_access_token',
    '-d subject_token="$TOKEN"',
    `--data-urlencode resource=${resource}`,
    '--data-urlencode scope=account:read',
  ].join(' \\\n  ');
  return (
    <details className="group rounded-card border border-line bg-surface shadow-card">
      <summary
        className={`${rowClass} flex cursor-pointer list-none items-center justify-between gap-4 rounded-card font-semibold hover:bg-hover [&::-webkit-details-marker]:hidden`}
      >
        {t('example.title')}
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-soft transition-transform group-open:rotate-180"
        />
      </summary>
      <div className={`${rowClass} flex flex-col gap-3 pt-0`}>
        <p className="text-soft">{t('example.text')}</p>
        <SecretBox
          label={t('example.label')}
          text={command}
          copy={{ label: t('example.copy'), done: t('value.copied') }}
        >
          <code className="whitespace-pre-wrap">{command}</code>
        </SecretBox>
        <p className="text-sm text-soft">{t('example.note')}</p>
      </div>
    </details>
  );
}
