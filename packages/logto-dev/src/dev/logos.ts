import type Router from '@koa/router';

const waves = (color: string) =>
  `<path d="M4 20c4-6 8-6 12 0s8 6 12 0" fill="none" stroke="${color}" stroke-width="4" stroke-linecap="round"/><path d="M4 12c4-6 8-6 12 0s8 6 12 0" fill="none" stroke="${color}" stroke-width="4" stroke-linecap="round" opacity=".45"/>`;

const brand = (color: string, text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 32">${waves(color)}<text x="40" y="23" font-family="system-ui,sans-serif" font-size="20" font-weight="650" fill="${text}">Harbor</text></svg>`;

const logos: Record<string, string> = {
  brand: brand('#0F766E', '#1b1f24'),
  'brand-dark': brand('#2DD4BF', '#e9edf2'),
  favicon: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${waves('#0F766E')}</svg>`,
};

const badgeColors = ['#4263eb', '#0b7285', '#862e9c', '#c2255c', '#5f3dc4', '#2b8a3e', '#495057'];

/** Drawn here, so that the pages look right without a network. Other names get a badge with their first letter. */
export function addLogoRoutes(router: Router) {
  router.get('/logos/:name.svg', (ctx) => {
    const name = String(ctx.params.name);
    ctx.type = 'svg';
    ctx.set('cache-control', 'max-age=3600');
    ctx.set('access-control-allow-origin', '*');
    ctx.body = logos[name] ?? badge(name);
  });
}

function badge(name: string) {
  const letter = /[a-z]/i.exec(name)?.[0].toUpperCase() ?? '?';
  const color = badgeColors[name.length % badgeColors.length];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${color}"/><text x="16" y="22" text-anchor="middle" font-family="system-ui,sans-serif" font-size="18" font-weight="600" fill="#fff">${letter}</text></svg>`;
}
