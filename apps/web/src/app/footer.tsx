import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandContext } from '../ui/brand.tsx';

/** Whom to ask, and what the site's own rules are: at the end of every page, also of those before the sign-in. */
export function Footer() {
  const { t } = useTranslation('shell');
  const { supportUrl, supportEmail, termsUrl, privacyUrl } = useContext(BrandContext) ?? {};
  const links = [
    { text: t('footer.support'), href: supportUrl ?? (supportEmail && `mailto:${supportEmail}`) },
    { text: t('footer.terms'), href: termsUrl },
    { text: t('footer.privacy'), href: privacyUrl },
  ].filter(({ href }) => href);
  if (links.length === 0) return null;
  return (
    <footer className="mx-auto flex w-full max-w-5xl flex-wrap justify-center gap-x-6 px-4 pb-6 text-sm text-soft sm:px-6 print:hidden">
      {links.map(({ text, href }) => (
        <a key={text} href={href ?? ''} className="py-2 underline-offset-2 hover:text-ink hover:underline">
          {text}
        </a>
      ))}
    </footer>
  );
}
