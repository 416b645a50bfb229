import { clampChroma, converter, formatHex, parse, wcagContrast } from 'culori';

/** The accents of the app in one theme, as `apps/web/src/ui/theme.css` names them; each `#rrggbb`. */
export type Accents = {
  accent: string;
  accentStrong: string;
  accentHover: string;
  onAccent: string;
  accentSoft: string;
};

type Theme = {
  /** Where buttons stand. */
  pages: readonly string[];
  /** Every ground that text in the accent colour stands on, besides the soft accent itself. */
  grounds: readonly string[];
  /** Lightness and most chroma of the soft accent, in OKLCH. */
  soft: { l: number; c: number };
};

/** As in the app's style sheet; a test holds the two together. */
export const themes = {
  light: {
    pages: ['#fafaf9', '#ffffff'],
    grounds: ['#fafaf9', '#ffffff', '#f4f4f3', '#f0f0ef'],
    soft: { l: 0.96, c: 0.022 },
  },
  dark: {
    pages: ['#131316', '#1b1b1f'],
    grounds: ['#131316', '#1b1b1f', '#232328', '#29292f'],
    soft: { l: 0.29, c: 0.06 },
  },
} as const satisfies Record<string, Theme>;

const white = '#ffffff';
const ink = '#131316';

/** WCAG 2.2 AA: of text (1.4.3), and of what shows a control or the focus (1.4.11). */
const textContrast = 4.5;
const shapeContrast = 3;

/** Dark letters stand on a button only where white ones would change the brand's colour by more than this. */
const whiteIsWorth = 0.13;
const hoverShift = 0.05;

const toOklch = converter('oklch');
type Oklch = NonNullable<ReturnType<typeof toOklch>>;

/**
 * What the app can use of a brand's colour: its hue stays, its lightness moves no further than legibility demands.
 * @param color `#rgb` or `#rrggbb`; anything else gives `undefined`
 */
export function accentsOf(color: string, { pages, grounds, soft }: Theme): Accents | undefined {
  const brand = /^#([\da-f]{3}){1,2}$/i.test(color) ? toOklch(parse(color)) : undefined;
  if (!brand) return undefined;
  const accentSoft = hex({ ...brand, l: soft.l, c: Math.min(brand.c, soft.c) });
  const accent = nearest(brand, (shade) => differs(shade, [...grounds, accentSoft], textContrast));
  const button = (letters: string) =>
    nearest(
      brand,
      (shade) => differs(shade, pages, shapeContrast) && differs(shade, [letters], textContrast),
    );
  const withWhite = button(white);
  const withInk = button(ink);
  const isWhite = withWhite.shift <= withInk.shift + whiteIsWorth;
  const { l } = isWhite ? withWhite : withInk;
  return {
    accent: hex({ ...brand, l: accent.l }),
    accentStrong: hex({ ...brand, l }),
    // Away from its letters, so that they only become clearer.
    accentHover: hex({ ...brand, l: l + (isWhite ? -hoverShift : hoverShift) }),
    onAccent: isWhite ? white : ink,
    accentSoft,
  };
}

function differs(color: string, others: readonly string[], contrast: number) {
  return others.every((other) => wcagContrast(color, other) >= contrast);
}

const step = 0.01;
const shifts = Array.from({ length: 1 / step + 1 }, (_, index) => index * step);

/** The lightness next to the brand's own at which its colour passes, and how far away that is. */
function nearest(brand: Oklch, passes: (shade: string) => boolean) {
  for (const shift of shifts) {
    const l = [brand.l - shift, brand.l + shift].find(
      (l) => l >= 0 && l <= 1 && passes(hex({ ...brand, l })),
    );
    if (l !== undefined) return { l, shift };
  }
  throw new Error('No lightness passes, not even black or white');
}

function hex(color: Oklch) {
  return formatHex(clampChroma({ ...color, l: Math.min(1, Math.max(0, color.l)) }, 'oklch'));
}
