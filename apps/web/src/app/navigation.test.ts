import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pageName } from '../lib/page-name.ts';
import { navigation } from './navigation.ts';

const features = fileURLToPath(new URL('../features', import.meta.url));
const files = (await readdir(features, { recursive: true })).map((file) => basename(file, '.tsx'));
const addresses = navigation.flatMap(({ items }) => items.map(({ to }) => to));

it.each([...addresses, '/?show=x', '/sign-in/email', '/return'])(
  'the code of the page at %s is in the file that is asked for before the app runs',
  (address) => expect(files).toContain(pageName(address)),
);
