import { readFile } from 'node:fs/promises';
import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentsOf, themes } from './colors.ts';

const styleSheet = await readFile(new URL('../../../web/src/ui/theme.css', import.meta.url), 'utf8');
const inStyleSheet = (name: string) =>
  new RegExp(`--color-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(styleSheet)?.slice(1) ?? [];
const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe.each(['light', 'dark'] as const)('the %s accents of a brand', (name) => {
  const theme = themes[name];
  const index = name === 'light' ? 0 : 1;
  const ofApp = (names: string[]) => names.map((color) => inStyleSheet(color)[index]);

  it('are measured on the grounds that the style sheet has', () => {
    expect(theme.pages).toEqual(ofApp(['ground', 'surface']));
    expect(theme.grounds).toEqual(ofApp(['ground', 'surface', 'sunken', 'hover']));
  });

  it('can be read and seen, whatever colour a tenant chooses (WCAG 2.2 AA)', () => {
    const text = ofApp(['ink', 'soft', 'danger']).map(String);
    fc.assert(
      fc.property(anyColor, (color) => {
        const accents = accentsOf(color, theme);
        if (!accents) throw new Error(`${color} gives nothing`);
        const { accent, accentStrong, accentHover, onAccent, accentSoft } = accents;
        // Text and the focus ring.
        for (const ground of [...theme.grounds, accentSoft])
          expect(wcagContrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
        for (const color of text) expect(wcagContrast(color, accentSoft)).toBeGreaterThanOrEqual(4.5);
        // Buttons, and boxes to check.
        for (const ground of [accentStrong, accentHover])
          expect(wcagContrast(onAccent, ground)).toBeGreaterThanOrEqual(4.5);
        for (const page of theme.pages) expect(wcagContrast(accentStrong, page)).toBeGreaterThanOrEqual(3);
      }),
      {
        numRuns: 300,
        examples: ['#000000', '#ffffff', '#ffff00', '#00ff00', '#0000ff', '#808080'].map((c) => [c]),
      },
    );
  });

  it.each(['red', 'rgb(1,2,3)', '#12', '#12345', '#fff;}body{display:none', '', '#ggg'])(
    'do not come out of what is no colour: %j',
    (color) => {
      expect(accentsOf(color, theme)).toBeUndefined();
    },
  );
});

it('a colour that can be read already stays as it is', () => {
  expect(accentsOf('#0F766E', themes.light)).toMatchObject({
    accent: '#0f766e',
    accentStrong: '#0f766e',
    onAccent: '#ffffff',
  });
  expect(accentsOf('#2DD4BF', themes.dark)).toMatchObject({
    accent: '#2dd4bf',
    accentStrong: '#2dd4bf',
    onAccent: '#131316',
  });
});
