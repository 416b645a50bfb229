import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Part, weighApp } from './weigh-app.ts';

/** Compresses to hardly less, so that a weight tells which files were counted. */
const noise = (bytes: number) => Buffer.from(Array.from({ length: bytes }, () => Math.random() * 256));

let dist: string;
let parts: Part[];

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'dist-'));
  const manifest = {
    'index.html': {
      file: 'assets/index.js',
      isEntry: true,
      imports: ['_react.js'],
      dynamicImports: ['src/features/a/a-page.tsx', 'src/locales/en/index.ts'],
      css: ['assets/index.css'],
    },
    '_react.js': { file: 'assets/react.js' },
    '_card.js': { file: 'assets/card.js', imports: ['index.html'], css: ['assets/card.css'] },
    'src/features/a/a-page.tsx': {
      file: 'assets/a.js',
      name: 'a-page',
      imports: ['_card.js', '_react.js'],
    },
    'src/locales/en/index.ts': { file: 'assets/en.js', name: 'en' },
  };
  const files = {
    '.vite/manifest.json': JSON.stringify(manifest),
    'index.html':
      '<link href="/config.json"><script src="/theme.js"></script><script src="/assets/index.js"></script>',
    'theme.js': noise(1_000),
    'forgotten.js': noise(70_000),
    'assets/index.js': noise(2_000),
    'assets/index.css': noise(400),
    'assets/react.js': noise(8_000),
    'assets/card.js': noise(16_000),
    'assets/card.css': noise(800),
    'assets/a.js': noise(32_000),
    'assets/en.js': noise(500),
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), content);
  }
  parts = await weighApp(dist);
});
afterAll(() => rm(dist, { recursive: true }));

const hundreds = (name: string) => {
  const weight = parts.find((part) => part.name === name)?.weight;
  return [weight?.script, weight?.css].map((each) => Math.round((each?.brotli ?? Number.NaN) / 100));
};

it('the shell is what the page names and all that it imports, each file once', () => {
  expect(hundreds('shell')).toEqual([110, 4]);
});

it('a page weighs what it brings along, without what the shell has loaded', () => {
  expect(hundreds('a-page')).toEqual([480, 8]);
});

it('a language is told from a page', () => {
  expect(parts.map(({ name, kind }) => [name, kind])).toEqual([
    ['shell', 'shell'],
    ['a-page', 'later'],
    ['en', 'language'],
  ]);
});
