import type { Page } from 'playwright-core';

/** A place where something is kept or written, and what stands there. */
export type Spot = { place: string; text: string };

/** Where a secret has to be, and why. Everywhere else it is a leak. */
const expected: { place: RegExp; kinds: RegExp; why: string }[] = [
  {
    place: /^localStorage logto:account-web:/,
    kinds: /^(access token|refresh token|ID token|token|\w+ of Logto)$/,
    why: "Logto's browser client keeps its tokens there (docs/decisions/0004)",
  },
  {
    place: /^sessionStorage logto:account-web:signInSession$/,
    kinds: /^(state|code verifier)$/,
    why: 'a sign-in that has begun has to be told from one that somebody else began',
  },
  {
    place: /^sessionStorage account:social-link$/,
    kinds: /^state$/,
    why: 'as for a sign-in: the browser holds the state of a link against the one that comes back',
  },
  {
    place: /^address \/(social\/)?callback$/,
    kinds: /^(code|state|\w+ of Logto)$/,
    why: 'OAuth brings code and state in the address; both are good once, and for this browser',
  },
  {
    place: /^cookie _(session|interaction)/,
    kinds: /^\w+ of Logto$/,
    why: "Logto's own cookies; our server sets none",
  },
];

/** What is longer stands nowhere by chance. */
const longestShort = 16;

/** Every secret that stands where it must not: the place and the kind, never the value. */
export function findLeaks(secrets: ReadonlyMap<string, string>, spots: readonly Spot[]): string[] {
  const leaks = new Set<string>();
  for (const { place, text } of spots) {
    for (const [secret, kind] of secrets) {
      const isExpected = expected.some((each) => each.place.test(place) && each.kinds.test(kind));
      if (!isExpected && stands(secret, text)) leaks.add(`${kind} in ${place}`);
    }
  }
  return [...leaks].toSorted();
}

/** As it is, or as an address has it. What is short must stand alone: six digits are in every other number. */
function stands(secret: string, text: string) {
  return [secret, encodeURIComponent(secret)].some((form) => {
    const isAlone = (at: number) =>
      !/[\w.-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + form.length));
    let at = text.indexOf(form);
    if (form.length > longestShort) return at !== -1;
    while (at !== -1 && !isAlone(at)) at = text.indexOf(form, at + 1);
    return at !== -1;
  });
}

/** What a page leaves in its browser, and the addresses of our server that it has been to or asked for. */
export async function spotsOf(page: Page, { url, asked }: { url: string; asked: ReadonlySet<string> }) {
  const spots: Spot[] = [...asked]
    .filter((address) => address.startsWith(url))
    .map((address) => ({ place: `address ${new URL(address).pathname}`, text: address }));
  for (const { name, value } of await page.context().cookies()) {
    spots.push({ place: `cookie ${name}`, text: value });
  }
  // A page that leaves for another one while it is asked is asked once more.
  const inPage = () => (page.url().startsWith(url) ? page.evaluate<Spot[]>(inTab) : stored(page, url));
  return [...spots, ...(await inPage().catch(() => page.waitForLoadState().then(inPage)))];
}

/** A script, because it runs in the page. The app has no IndexedDB: the first one is to be looked into. */
const inTab = `(async () => [
  ...Object.entries(localStorage).map(([name, text]) => ({ place: 'localStorage ' + name, text })),
  ...Object.entries(sessionStorage).map(([name, text]) => ({ place: 'sessionStorage ' + name, text })),
  { place: 'state of the history', text: JSON.stringify([history.state, ...navigation.entries().map((entry) => entry.getState())]) },
  ...(await indexedDB.databases()).map(({ name }) => { throw new Error('IndexedDB ' + name + ' is not looked into') }),
])()`;

/** For a page that ends elsewhere; it takes much longer. */
async function stored(page: Page, url: string): Promise<Spot[]> {
  const { origins } = await page.context().storageState();
  const ours = origins.filter(({ origin }) => origin === url).flatMap(({ localStorage }) => localStorage);
  return ours.map(({ name, value }) => ({ place: `localStorage ${name}`, text: value }));
}
