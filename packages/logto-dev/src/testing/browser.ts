/** A browser without eyes: keeps cookies, follows redirects as long as they stay at one origin, submits forms. */
export type Browser = ReturnType<typeof createBrowser>;

export type Visit = { status: number; url: string; headers: Headers; text: string };

export function createBrowser(endpoint: string) {
  const cookies = new Map<string, string>();

  async function visit(address: string, init: RequestInit = {}): Promise<Visit> {
    const url = new URL(address, endpoint);
    if (url.origin !== endpoint) return { status: 0, url: url.href, headers: new Headers(), text: '' };
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', 'user-agent': 'test browser', ...(cookie && { cookie }) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keep(line);
    const location = answer.headers.get('location');
    if (location !== null) return visit(new URL(location, url).href);
    return { status: answer.status, url: url.href, headers: answer.headers, text: await answer.text() };
  }

  function keep(line: string) {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const isGone = attributes.some((item) => /^expires=Thu, 01 Jan 1970/i.test(item));
    if (isGone) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    cookies,
    get: (address: string) => visit(address),
    post: (address: string, form: Record<string, string>) =>
      visit(address, { method: 'POST', body: new URLSearchParams(form) }),
  };
}
