import { setTimeout } from 'node:timers/promises';
import type { Services } from '@account/procedures';
import { z } from 'zod';
import { type Accents, accentsOf, themes } from './colors.ts';

type Tenant = Services['tenant'];
type SignInExperience = Awaited<ReturnType<Tenant['signInExperience']>>;

/** How the tenant looks and whom to ask, as far as it is safe to show. */
export type Brand = {
  accents: { light: Accents; dark: Accents } | undefined;
  /** Addresses of pictures. */
  logoUrl: string | null;
  darkLogoUrl: string | null;
  favicon: string | null;
  darkFavicon: string | null;
  /** Addresses of pages. */
  termsUrl: string | null;
  privacyUrl: string | null;
  supportUrl: string | null;
  supportEmail: string | null;
};

const noBrand: Brand = {
  accents: undefined,
  logoUrl: null,
  darkLogoUrl: null,
  favicon: null,
  darkFavicon: null,
  termsUrl: null,
  privacyUrl: null,
  supportUrl: null,
  supportEmail: null,
};

/** Longer nobody waits for the looks of a page. */
const patienceMs = 400;

type Parts = Pick<Tenant, 'signInExperience'> & { logtoEndpoint: string };

/**
 * The tenant's brand (`GET /api/sign-in-exp`), which is as fresh as the tenant's other settings. While Logto does not
 * answer it is the last one that was seen, or none. Never throws.
 */
export function createBrandReader({ signInExperience, logtoEndpoint }: Parts) {
  let last = noBrand;
  return async (): Promise<Brand> => {
    const fresh = signInExperience().then(
      (experience) => {
        last = brandOf(experience, new URL(logtoEndpoint).origin);
      },
      // Whoever needs Logto for more than looks says so.
      () => undefined,
    );
    await Promise.race([fresh, setTimeout(patienceMs, undefined, { ref: false })]);
    return last;
  };
}

/**
 * Everything here was typed by somebody in Logto's console. `customCss` and `customContent` are left out: they are made
 * for the markup of Logto's own pages, and a style sheet can read and cover what people see and type.
 */
function brandOf(experience: SignInExperience, logtoOrigin: string): Brand {
  const { color, branding } = experience;
  // What the content security policy lets the page load; Logto itself has no https on a developer's machine.
  const picture = (text: string | undefined) =>
    addressOf(text, ({ protocol, origin }) => protocol === 'https:' || origin === logtoOrigin);
  const page = (text: string | null) =>
    addressOf(text, ({ protocol }) => protocol === 'https:' || protocol === 'http:');
  return {
    accents: themedAccents(color),
    logoUrl: picture(branding.logoUrl),
    darkLogoUrl: picture(branding.darkLogoUrl),
    favicon: picture(branding.favicon),
    darkFavicon: picture(branding.darkFavicon),
    termsUrl: page(experience.termsOfUseUrl),
    privacyUrl: page(experience.privacyPolicyUrl),
    supportUrl: page(experience.supportWebsiteUrl),
    supportEmail: z.email().safeParse(experience.supportEmail).data ?? null,
  };
}

function themedAccents({ primaryColor, darkPrimaryColor, isDarkModeEnabled }: SignInExperience['color']) {
  const light = accentsOf(primaryColor, themes.light);
  // A tenant whose own pages know no dark mode has never looked at its dark colour.
  const dark = accentsOf(isDarkModeEnabled ? darkPrimaryColor : primaryColor, themes.dark);
  return light && dark && { light, dark };
}

function addressOf(text: string | null | undefined, isAllowed: (url: URL) => boolean) {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  return isAllowed(url) ? url.href : null;
}
