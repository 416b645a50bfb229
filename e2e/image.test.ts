import { chmod, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import { expect, it } from 'vitest';
import { freePort } from './ports.ts';
import { startProcess } from './server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The user of the image. */
const nodeUser = 1000;

it('the built folder is all that the image needs: another user runs it, and nothing is written into it', async () => {
  const dockerfile = await readFile(join(root, 'Dockerfile'), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'image-'));
  await chmod(folder, 0o755);
  await cp(join(root, 'apps/api/dist'), folder, { recursive: true });
  const [, program = ''] = /^CMD \["node", .*"([^"]+)"\]$/m.exec(dockerfile) ?? [];
  const before = await readdir(folder, { recursive: true });
  expect(before).toContain(program);

  const logto = await startLogtoDev({ port: 0, quiet: true });
  const url = `http://localhost:${await freePort()}`;
  const server = await startProcess(
    url,
    {
      ...accountEnvironment(logto.endpoint),
      ACCOUNT_PUBLIC_URL: url,
      DATABASE_URL: await newDatabase(),
      NODE_ENV: 'production',
      HOST: 'localhost',
      PORT: new URL(url).port,
    },
    { file: join(folder, program), cwd: folder, ...(process.getuid?.() === 0 && { uid: nodeUser }) },
  );
  const page = await fetch(url, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('<div id="root">');
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  await server.stop();
  await logto.close();
  await rm(folder, { recursive: true });
});
