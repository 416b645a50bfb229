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

/** The same for typing: the words to choose from, and the value that a word stands for. */
export function useGenderWords() {
  const { t } = useTranslation('profile');
  const words = known.map((value) => ({ value, word: t(`genders.${value}`) }));
  const toValue = (text: string) => words.find(({ word }) => word === text)?.value ?? text;
  return { words: words.map(({ word }) => word), toValue };
}
