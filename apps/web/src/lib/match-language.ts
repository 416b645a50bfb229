/** Chinese is written in two ways, and the regions tell which. */
const traditional = /^zh-(hant|tw|hk|mo)\b/i;
const chinese = /^zh\b/i;

/** The first wish that the app can fulfil: the same tag, then the same script of Chinese, then the same language. */
export function matchLanguage<Tag extends string>(
  wishes: readonly string[],
  known: readonly Tag[],
): Tag | undefined {
  for (const wish of wishes) {
    const match =
      known.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ??
      known.find((tag) => related(wish, tag));
    if (match) return match;
  }
  return undefined;
}

function related(wish: string, tag: string) {
  if (chinese.test(wish)) return chinese.test(tag) && traditional.test(wish) === traditional.test(tag);
  return wish.split('-')[0]?.toLowerCase() === tag.split('-')[0]?.toLowerCase();
}
