/** Markup that is safe to send. Made only by {@link html} and {@link trusted}. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | undefined | false | Part[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag that escapes every text put into it. Lists are joined; null, undefined and false leave nothing. */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: String.raw({ raw: fixed }, ...parts.map(toMarkup)) };
}

/** Takes markup as it is. Only for what this program or one of its libraries wrote. */
export const trusted = (markup: string): Html => ({ markup });

function toMarkup(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(toMarkup).join('');
  if (typeof part === 'object') return part.markup;
  return String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
