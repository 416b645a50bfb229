import { useTranslation } from 'react-i18next';

const known = ['female', 'male', 'prefer_not_to_say'] as const;

/** The values that Logto offers for a gender, in words; whatever else somebody typed has none. */
export function useGenderWord() {
  const { t } = useTranslation('profile');
  return (text: string) => {
    const value = known.find((value) => value === text.trim().toLowerCase());
    return value && t(`genders.${value}`);
  };
}
