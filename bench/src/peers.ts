import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'tsdown';
import { sum, type Weight, weigh } from './weigh-app.ts';

/** What others make people download for the first screen of an account page. */
export type Peer = { name: string; weight: Weight; files: number };

type Pack = {
  name: string;
  version: string;
  /** Ends of the names of the files that a page loads before the account is seen, in its folder. */
  folder: string;
  files: readonly string[];
  /** Published as it was written, to be made small by whoever builds a page of it. */
  isRaw?: boolean;
};

/** As the packed loader names them: its own chunk for what every component needs, then those of `UserProfile`. */
const clerkChunk = (name: string) => `${name}_ui_58d0c7_1.36.0.js`;

const peers: Record<string, readonly Pack[]> = {
  'Keycloak, without React, its router and i18next': [
    {
      name: '@keycloak/keycloak-account-ui',
      version: '26.7.4',
      folder: 'lib',
      files: ['keycloak-account-ui.js', 'keycloak-account-ui.css'],
      isRaw: true,
    },
  ],
  Clerk: [
    {
      name: '@clerk/clerk-js',
      version: '6.40.0',
      folder: 'dist',
      files: ['clerk.browser.js', 'query-core-vendors_clerk.browser_a68c22_6.40.0.js'],
    },
    {
      name: '@clerk/ui',
      version: '1.36.0',
      folder: 'dist',
      files: [
        'ui.browser.js',
        ...['framework', 'ui-common', 'vendors', '9419', 'userprofile'].map(clerkChunk),
      ],
    },
  ],
};

/**
 * Packed files of the registry, fetched when they are to be weighed: installed, they would bring hundreds of megabytes
 * and a second React for everybody who works here.
 */
export async function weighPeers(): Promise<Peer[]> {
  const data = fileURLToPath(new URL('../.data/peers', import.meta.url));
  await mkdir(data, { recursive: true });
  return Promise.all(
    Object.entries(peers).map(async ([name, packs]) => {
      const weights = (await Promise.all(packs.map((pack) => weighPack(data, pack)))).flat();
      return { name, weight: sum(weights), files: weights.length };
    }),
  );
}

async function weighPack(data: string, pack: Pack): Promise<Weight[]> {
  const folder = join(data, `${pack.name.replace('/', '-')}-${pack.version}`);
  await unpack(folder, pack);
  const packed = join(folder, 'package', pack.folder);
  const files = pack.isRaw
    ? await minified(packed, pack.files)
    : pack.files.map((file) => join(packed, file));
  return Promise.all(files.map((file) => weigh(file)));
}

async function unpack(folder: string, { name, version }: Pack) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const tarball = execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
  });
  execFileSync('tar', ['xzf', tarball.trim()], { cwd: folder });
}

async function minified(packed: string, [script = '', ...others]: readonly string[]): Promise<string[]> {
  const outDir = join(packed, '../minified');
  await build({
    entry: join(packed, script),
    outDir,
    config: false,
    platform: 'browser',
    external: /^[^./]/,
    minify: true,
    dts: false,
    logLevel: 'error',
  });
  const chunks = (await readdir(outDir)).filter((file) => !file.startsWith('VerifiableCredentials'));
  return [...chunks.map((file) => join(outDir, file)), ...others.map((file) => join(packed, file))];
}
