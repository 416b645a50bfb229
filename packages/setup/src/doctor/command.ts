import { type Config, ConfigError, readConfig } from '@account/config';
import { z } from 'zod';
import { readVariables } from '../connection.ts';
import { CliError, type Io } from '../io.ts';
import { withLogto } from '../logto.ts';
import { accessChecks } from './access-checks.ts';
import { checkDatabase } from './database-check.ts';
import { experienceChecks } from './experience-checks.ts';
import { readFacts } from './facts.ts';
import { type DoctorReport, describeFindings, type Finding, fail, ok, skip, worstOf } from './finding.ts';
import { checkLogto } from './logto-checks.ts';
import { checkServer } from './server-checks.ts';

export const DoctorOptions = z.object({ dotenv: z.string().min(1), json: z.boolean().default(false) });
type DoctorOptions = z.infer<typeof DoctorOptions>;

/** 0: all is well. 1: something does not work. 2: something may not be meant. */
export async function runDoctor(io: Io, { dotenv, json }: DoctorOptions): Promise<0 | 1 | 2> {
  const { file } = await readVariables(io, dotenv);
  const checks = await examine({ ...file.values, ...io.env });
  const status = worstOf(checks);
  const report: DoctorReport = { status, checks };
  io.write(json ? JSON.stringify(report, null, 2) : describeFindings(checks));
  if (status === 'ok') return 0;
  return status === 'warn' ? 2 : 1;
}

async function examine(environment: Record<string, string | undefined>) {
  const config = configOf(environment);
  if (config instanceof ConfigError)
    return [
      ...config.message.split('\n').map((line) => fail('configuration', `${line}. See .env.example.`)),
      skip('everything else', 'Needs a complete configuration.'),
    ];
  const parts = await Promise.all([
    checkLogto(config),
    checkTenant(config),
    checkDatabase(config),
    checkServer(config),
  ]);
  return [ok('configuration', 'It is complete.'), ...parts.flat()];
}

function configOf(environment: Record<string, string | undefined>): Config | ConfigError {
  try {
    return readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

async function checkTenant(config: Config): Promise<Finding[]> {
  try {
    const facts = await withLogto(config.logto, (logto) => readFacts(logto, config));
    const allowed = ok('management', 'The server may use the Management API.');
    return [allowed, ...[...accessChecks, ...experienceChecks].map((check) => check(facts))];
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return [fail('management', error.message), skip('tenant', 'Needs the Management API.')];
  }
}
