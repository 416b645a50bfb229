import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kit, startKit } from '../../test/kit.ts';

let kit: Kit;
beforeEach(async () => {
  kit = await startKit();
});
afterEach(() => kit.stop());

const read = async (path: string) => {
  const answer = await fetch(kit.url + path, { redirect: 'manual' });
  return answer.headers.get('location') ?? (await answer.text());
};
const brand = async () => JSON.parse(await read('/config.json')).brand;
const set = (values: object) => Object.assign(kit.logto.state.signInExperience, values);

describe("the tenant's brand", () => {
  it('is a style sheet for both themes, and icons, that need no script', async () => {
    const styles = await read('/brand/colors.css');
    const [light, system, dark] = styles.split('\n');
    expect(light).toContain(':root{--color-accent:#0f766e;');
    expect(system).toMatch(
      /^@media \(prefers-color-scheme:dark\)\{:root:not\(\[data-theme\]\)\{--color-accent:#2dd4bf/,
    );
    expect(dark).toMatch(/^:root\[data-theme="dark"\]\{--color-accent:#2dd4bf/);
    expect(await read('/brand/favicon')).toBe(`${kit.logto.endpoint}/dev/logos/favicon.svg`);
    expect(await read('/brand/favicon-dark')).toBe(`${kit.logto.endpoint}/dev/logos/favicon.svg`);
  });

  it('can do no harm, whatever somebody typed into it', async () => {
    set({
      color: {
        primaryColor: 'red;}*{background:url(https://evil.example)',
        isDarkModeEnabled: false,
        darkPrimaryColor: '#fff',
      },
      branding: {
        logoUrl: 'javascript:alert(1)',
        darkLogoUrl: 'data:image/svg+xml,<svg onload="alert(1)"/>',
        favicon: 'http://insecure.example/icon.png',
      },
      termsOfUseUrl: 'javascript:alert(1)',
      privacyPolicyUrl: '//evil.example',
      supportWebsiteUrl: 'data:text/html,hello',
      supportEmail: 'a@b.c?bcc=all@evil.example',
    });
    expect(await read('/brand/colors.css')).toBe('');
    expect(await read('/brand/favicon')).toBe('/logo.svg');
    expect(new Set(Object.values(await brand()))).toEqual(new Set([null]));
  });

  it('takes the dark accents from the only colour where the tenant knows no dark mode', async () => {
    set({ color: { primaryColor: '#336699', isDarkModeEnabled: false, darkPrimaryColor: '#ff0000' } });
    expect(await read('/brand/colors.css')).not.toContain('#ff0000');
  });

  it('is left out while Logto does not answer', async () => {
    await kit.logto.close();
    expect(await read('/brand/colors.css')).toBe('');
    expect(await read('/brand/favicon')).toBe('/logo.svg');
    expect(await brand()).toMatchObject({ logoUrl: null, termsUrl: null });
  });
});
