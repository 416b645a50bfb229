import { createContext, useContext, useState } from 'react';

/** The tenant's own, `null` where it has none. */
export type Brand = {
  logoUrl: string | null;
  darkLogoUrl: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  supportUrl: string | null;
  supportEmail: string | null;
};

/** Without one, such as while nothing is known, the app wears its own. */
export const BrandContext = createContext<Brand | null>(null);

/** The sign of the site, beside its written name. It may be wide; its height is the caller's. */
export function BrandMark({ className }: { className: string }) {
  const brand = useContext(BrandContext);
  const light = brand?.logoUrl ?? brand?.darkLogoUrl ?? null;
  const dark = brand?.darkLogoUrl ?? light;
  if (light === dark) return <Mark src={light} className={className} />;
  return (
    <>
      <Mark src={light} className={`${className} dark:hidden`} />
      <Mark src={dark} className={`${className} light:hidden`} />
    </>
  );
}

function Mark({ src, className }: { src: string | null; className: string }) {
  const [isBroken, setBroken] = useState(false);
  if (!src || isBroken) return <OwnMark className={className} />;
  return (
    <img
      // One that is for the other theme need not be fetched.
      loading="lazy"
      src={src}
      alt=""
      referrerPolicy="no-referrer"
      className={`max-w-40 min-w-0 object-contain ${className}`}
      onError={() => setBroken(true)}
    />
  );
}

/** As `public/logo.svg`, in the colours of the page. */
function OwnMark({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`text-on-accent ${className}`}>
      <rect width="32" height="32" rx="9" className="fill-accent-strong" />
      <circle cx="16" cy="12.5" r="4.5" fill="currentColor" />
      <path
        d="M7.5 25.5a8.5 8.5 0 0 1 17 0"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
