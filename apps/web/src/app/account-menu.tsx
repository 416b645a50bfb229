import { LogOut } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../lib/auth-context.ts';
import { setLanguage } from '../lib/i18n.ts';
import { languageNames } from '../lib/languages.ts';
import { setTheme, themes, useTheme } from '../lib/theme.ts';
import { trpc } from '../lib/trpc.ts';
import { Avatar } from '../ui/avatar.tsx';
import { controlClass } from '../ui/field.tsx';
import { showToast } from '../ui/toast.tsx';
import { AuthButton } from './auth-button.tsx';

/** Who is signed in, how the app looks to them, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('shell');
  const { data: person } = trpc.account.overview.useQuery();
  const id = useId();
  const name = person?.name ?? person?.username ?? person?.email ?? '';
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={name ? `${t('menu.open')}: ${name}` : t('menu.open')}
        className="-me-1 flex min-h-11 items-center rounded-full p-1 hover:bg-hover"
      >
        <Avatar src={person?.avatar ?? null} name={name} />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('menu.open')}
        className="fixed inset-auto end-[max(1rem,calc((100vw-64rem)/2+1.5rem))] top-15 m-0 w-72 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-4 shadow-raised open:animate-rise"
      >
        <div className="flex flex-col gap-4">
          <div className="flex items-center gap-3">
            <Avatar src={person?.avatar ?? null} name={name} className="size-10 text-sm" />
            <div className="min-w-0">
              <bdi className="block w-fit max-w-full truncate font-medium">{name}</bdi>
              {person?.email && person.email !== name && (
                <bdi className="block w-fit max-w-full truncate text-sm text-soft">{person.email}</bdi>
              )}
            </div>
          </div>
          <ThemeChoice />
          <LanguageChoice />
          <SignOut />
        </div>
      </div>
    </>
  );
}

function ThemeChoice() {
  const { t } = useTranslation('shell');
  const chosen = useTheme();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">{t('menu.theme')}</legend>
      <div className="grid grid-cols-3 gap-1 rounded-control bg-sunken p-1">
        {themes.map((theme) => (
          <label
            key={theme}
            className="flex min-h-8 items-center justify-center rounded-md px-2 text-center text-sm text-soft has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={chosen === theme}
              onChange={() => setTheme(theme)}
            />
            {t(`menu.${theme}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation(['shell', 'errors']);
  const id = useId();
  const choose = (tag: string) =>
    setLanguage(tag).catch(() => showToast({ text: t('errors:unreachable'), tone: 'danger' }));
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {t('menu.language')}
      </label>
      <select
        id={id}
        className={controlClass}
        value={i18n.language}
        onChange={(event) => void choose(event.target.value)}
      >
        {languageNames.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function SignOut() {
  const { t } = useTranslation('shell');
  const auth = useAuth();
  return (
    <AuthButton look="secondary" run={auth.signOut}>
      <LogOut aria-hidden="true" className="size-4" />
      {t('menu.signOut')}
    </AuthButton>
  );
}
