import { useEffect, useState } from 'react';
import { useLocale } from '../../lib/use-locale.ts';

type Library = typeof import('libphonenumber-js/min');
type Typed = Pick<HTMLInputElement, 'value' | 'selectionStart'>;

/**
 * Phone numbers as people write them. The tables behind it are large, so they come when a number is about to be
 * typed; until then numbers stay as they are typed.
 */
export function usePhoneFormat(isNeeded: boolean) {
  const region = useRegion();
  const [library, setLibrary] = useState<Library | null>(null);
  useEffect(() => {
    // Without the tables there are no spaces, which is no reason to stop anybody.
    if (isNeeded) import('libphonenumber-js/min').then(setLibrary, () => undefined);
  }, [isNeeded]);
  const country = library && region && library.isSupportedCountry(region) ? region : undefined;
  return {
    /** With spaces where they belong; a caret that is not at the end would jump. */
    whileTyping({ value, selectionStart }: Typed) {
      if (!library || selectionStart !== value.length) return value;
      return new library.AsYouType(country).input(value);
    },
    /** With the country code: a number without one is taken for one of the person's own country. */
    complete(text: string) {
      const number = library?.parsePhoneNumberFromString(
        text,
        country ? { defaultCountry: country } : undefined,
      );
      return number?.isPossible() ? number.formatInternational() : text.trim();
    },
  };
}

function useRegion() {
  return new Intl.Locale(useLocale()).maximize().region;
}
