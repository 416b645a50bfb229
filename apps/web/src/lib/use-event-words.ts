import { type ActivityItem, Problem } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import type { en } from '../locales/en/index.ts';

type Texts = typeof en.activity;
type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];
type Sentence = `events.${Leaves<Pick<Texts['events'], 'done' | 'refused'>>}`;
type Subject = `subjects.${Leaves<Texts['subjects']>}`;

/** Events in plain words. One that this app is too old to know has a general sentence. */
export function useEventWords() {
  const { t, i18n } = useTranslation('activity');
  const has = (key: string) => i18n.exists(key, { ns: 'activity' });
  const isSentence = (key: string): key is Sentence => has(key);
  const isSubject = (key: string): key is Subject => has(key);
  const word = (text: string) => {
    const key = `subjects.${text}`;
    return isSubject(key) ? t(key) : text;
  };

  return {
    /** What happened. */
    sentence({ event, outcome }: ActivityItem): string {
      const key = `events.${outcome}.${event}`;
      return isSentence(key) ? t(key) : t(`events.other.${outcome}`);
    },
    /** What it was about: a name, an address with its middle left out, or the way in which it was done. */
    subject({
      details: { name, newName, from, to, target, type, method },
    }: ActivityItem): string | undefined {
      if (name !== undefined && newName !== undefined) return t('renamed', { name, newName });
      if (from !== undefined && to !== undefined) return t('changed', { from, to });
      const what = name ?? to ?? target ?? type ?? method ?? from;
      return what === undefined ? undefined : word(String(what));
    },
    /** Why it was refused, as the end of a sentence. */
    reason({ details }: ActivityItem): string | undefined {
      const { data: code } = Problem.shape.code.safeParse(details.reason);
      return code && t(`reasons.${code}`);
    },
    /** The server names devices in English: `Firefox on macOS`. */
    device({ device }: ActivityItem): string | undefined {
      const [browser, system] = device?.split(' on ') ?? [];
      return browser && system ? t('device', { browser, system }) : browser;
    },
  };
}
