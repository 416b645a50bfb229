import { exec } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import root from '../../../package.json' with { type: 'json' };
import { DoctorReport } from '../src/cli.ts';

it('the file of variables may be one that is yet to be written, wherever it is', async () => {
  const cwd = new URL('../../..', import.meta.url).pathname;
  const file = join(tmpdir(), `none-${process.pid}.env`);
  const command = `${root.scripts.account} doctor --json --dotenv ${file}`;
  const { stdout } = await promisify(exec)(command, { cwd, env: { PATH: process.env.PATH } }).catch(
    (failed: { stdout: string }) => failed,
  );
  const [first] = DoctorReport.parse(JSON.parse(stdout)).checks;
  expect(first).toMatchObject({ id: 'configuration', status: 'fail' });
});
