import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import { isJsonObject, type State } from '../state.ts';
import { type Html, html, trusted } from './html.ts';
import { style } from './style.ts';

export type Page = {
  title: string;
  main: Html;
  status?: number;
  isWide?: boolean;
  /** JavaScript of this program, run at the end of the page. */
  script?: string;
};

/** Answers with a page under a content security policy of its own. */
export function sendPage(ctx: Pick<Context, 'set' | 'status' | 'type' | 'body'>, state: State, page: Page) {
  const nonce = randomBytes(16).toString('base64');
  // No form-action: browsers hold redirects to it too, and those lead back to any application.
  ctx.set(
    'content-security-policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  ctx.set('cache-control', 'no-store');
  ctx.set('referrer-policy', 'no-referrer');
  ctx.status = page.status ?? 200;
  ctx.type = 'html';
  ctx.body = document(page, { nonce, ...brandOf(state) }).markup;
}

type Look = { nonce: string; color: string; darkColor: string; logo: Html };

function document({ title, main, isWide, script }: Page, { nonce, color, darkColor, logo }: Look) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/dev/logos/favicon.svg">
<style nonce="${nonce}">:root{--brand:${trusted(color)}}${trusted(style)}@media (prefers-color-scheme: dark){:root{--brand:${trusted(darkColor)}}}</style>
</head>
<body>
<main${isWide && html` class="wide"`}>${logo}${main}</main>
<footer>Local Logto for development. Nothing here is real.</footer>
${script && html`<script nonce="${nonce}">${trusted(script)}</script>`}
</body>
</html>`;
}

/** Colours and logo of the tenant. What comes from its settings is let through only in the expected form. */
function brandOf({ signInExperience: { color, branding } }: State) {
  const colors = isJsonObject(color) ? color : {};
  const { logoUrl, darkLogoUrl } = isJsonObject(branding) ? branding : {};
  const light = hexColor(colors.primaryColor) ?? '#5b4ff5';
  return {
    color: light,
    darkColor: hexColor(colors.darkPrimaryColor) ?? light,
    logo:
      typeof logoUrl === 'string'
        ? html`<picture>${typeof darkLogoUrl === 'string' && html`<source media="(prefers-color-scheme: dark)" srcset="${darkLogoUrl}">`}<img class="brand" src="${logoUrl}" alt=""></picture>`
        : html``,
  };
}

const hexColor = (value: unknown) =>
  typeof value === 'string' && /^#[0-9a-f]{3,8}$/i.test(value) ? value : undefined;
