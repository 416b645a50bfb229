import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLogtoDev } from '@account/logto-dev';

/** Runs a folder of conformance scenarios against the local Logto: `tsx scripts/conformance.ts FOLDER [arguments]`. */
const [folder = '', ...args] = process.argv.slice(2);
const logto = await startLogtoDev({ port: 0 });
const scratch = await mkdtemp(join(tmpdir(), 'conformance-'));
try {
  const target = join(scratch, 'target.json');
  await writeFile(target, JSON.stringify(logto.target));
  const suite = spawn(process.execPath, [join(folder, 'run.mjs'), '--target', target, ...args], {
    stdio: 'inherit',
  });
  const [code] = await once(suite, 'exit');
  process.exitCode = Number(code ?? 1);
} finally {
  await rm(scratch, { recursive: true });
  await logto.close();
}
