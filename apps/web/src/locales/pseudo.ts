import { en } from './en/index.ts';
import type { Messages } from './messages.ts';

const accents = new Map(
  [...'AaBbCcDdEeGgHhIiKkLlNnOoRrSsTtUuWwYyZz'].map((letter, index) => [
    letter,
    [...'ÅåƁƀÇçĐđÉéĜĝĤĥÎîĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž'][index] ?? letter,
  ]),
);

/** What i18next puts in, and elements, stay as they are. */
const kept = /({{\w+}}|<[^>]+>)/;

/** Brackets show where a text ends or is cut; the tail is the room that longer languages need. */
function marked(text: string) {
  const body = text.split(kept).map((part) => (kept.test(part) ? part : part.replace(/[a-z]/gi, accented)));
  const tail = 'one two three four five six seven eight nine ten '.repeat(1 + text.length / 100);
  return `[!! ${body.join('')} ${tail.slice(0, Math.ceil(text.length * 0.4)).trim()} !!]`;
}

const accented = (letter: string) => accents.get(letter) ?? letter;

export const pseudo: Messages = JSON.parse(JSON.stringify(en), (_key, value) =>
  typeof value === 'string' ? marked(value) : value,
);
