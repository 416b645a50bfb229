/** Chinese is written in two ways, and the regions tell which. */
const traditional = /^zh-(hant|tw|hk|mo)\b/;

/** The first wish that the app can fulfil: the same tag, then the same script of Chinese, then the same language. */
export function matchLanguage<Tag extends string>(
  wishes: readonly string[],
  known: readonly Tag[],
): Tag | undefined {
  for (const wish of wishes.map(plain)) {
    const match =
      known.find((tag) => plain(tag) === wish) ?? known.find((tag) => writing(tag) === writing(wish));
    if (match) return match;
  }
  return undefined;
}

/** Some systems write `zh_TW`. */
const plain = (tag: string) => tag.replaceAll('_', '-').toLowerCase();

/** What has to be the same, so that whoever reads one can read the other. */
function writing(tag: string) {
  const language = plain(tag).split('-')[0];
  return language === 'zh' && traditional.test(plain(tag)) ? 'zh-hant' : language;
}
