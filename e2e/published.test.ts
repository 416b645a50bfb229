import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, pack } from './published.ts';
import { startServer } from './server.ts';

const names = ['client', 'procedures', 'logto-mgmt', 'logto-dev'] as const;

const page = `
import { type AccountOutputs, createAccountClient, problemOf } from '@account/client';
import { account as hooks } from '@account/client/react';

const { URL = '', TOKEN = '', PASSWORD = '' } = process.env;
const account = createAccountClient({
  url: URL + '/trpc',
  getAccessToken: () => TOKEN,
  onStepUp: ({ purpose, account }) => account.stepUp.finish.mutate({ method: 'password', password: PASSWORD, purpose }),
});
const { name }: { name: string | null } = await account.account.overview.query();
const made: AccountOutputs['tokens']['create'] = await account.tokens.create.mutate({ name: 'ci', expiresInDays: 7 });
const problem = await account.tokens.update.mutate({ name: 'ci', newName: '' }).catch(problemOf);
console.log(JSON.stringify({ name, made: made.name, problem: problem && 'fields' in problem && problem.fields }));

export const useLongest = (): number | null | undefined => hooks.tokens.list.useQuery().data?.maxDays;
// @ts-expect-error: an answer has no other fields
made.nothing;
// @ts-expect-error: there are no other procedures
account.tokens.nothing;
// @ts-expect-error: an input has its types
export const wrong = () => account.tokens.create.mutate({ name: 1, expiresInDays: 7 });
`;

const host = `
import { accountEnvironment, demoPassword, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import type { User } from '@account/logto-mgmt';
import { appRouter, createContext, createServices, factsOf } from '@account/procedures';
import { Scope } from '@account/procedures/schemas';

const logto = await startLogtoDev({ port: 0, quiet: true });
const tenant = accountEnvironment(logto.endpoint);
const { services, close } = await createServices({
  logto: { endpoint: logto.endpoint, appId: tenant.LOGTO_M2M_APP_ID, appSecret: tenant.LOGTO_M2M_APP_SECRET },
  resource: tenant.ACCOUNT_RESOURCE,
  clientId: tenant.ACCOUNT_SPA_APP_ID,
});
const person = { identifier: 'ada', password: demoPassword, scopes: Scope.options };
const { accountToken } = await signInByCodeFlow(logto.endpoint, person);
const call = appRouter.createCaller(createContext(services, factsOf({ authorization: 'Bearer ' + accountToken }, {})));
const { name } = await call.account.overview();
console.log(JSON.stringify({ name }));
await close();
await logto.close();

export const email = (user: User): string | null => user.primaryEmail;
// @ts-expect-error: a person has no other fields
export const nothing = (user: User) => user.nothing;
`;

const manifest = (tarballs: ReadonlyMap<string, string>) => {
  const ours = Object.fromEntries([...tarballs].map(([name, file]) => [`@account/${name}`, `file:${file}`]));
  const beside = [
    '@tanstack/react-query',
    '@trpc/react-query',
    'react',
    '@types/react',
    '@types/node',
    '@types/ws',
  ];
  return JSON.stringify({
    type: 'module',
    dependencies: { ...ours, ...Object.fromEntries(beside.map((name) => [name, '*'])) },
    pnpm: { overrides: ours },
  });
};

const compilerOptions = {
  strict: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  module: 'nodenext',
  target: 'es2023',
  lib: ['ES2023', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'],
  types: ['node'],
  outDir: 'out',
};

/** tRPC's own declarations for web sockets need a package that it does not install. */
const brokenElsewhere = /^node_modules\S+@trpc\/server\/dist\/adapters\/ws\.d\.mts/;

let tarballs: Awaited<ReturnType<typeof pack<(typeof names)[number]>>>;
let destination: string;
let project: Awaited<ReturnType<typeof createProject>>;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  destination = await mkdtemp(join(tmpdir(), 'packed-'));
  tarballs = await pack(names, destination);
  project = await createProject({
    'package.json': manifest(tarballs),
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['page.ts'] }),
    // Drizzle's own declarations are not in order.
    'tsconfig.host.json': JSON.stringify({
      compilerOptions: { ...compilerOptions, skipLibCheck: true },
      files: ['host.ts'],
    }),
    'page.ts': page,
    'host.ts': host,
  });
  [server] = await Promise.all([startServer(), project.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([server.stop(), project.remove(), rm(destination, { recursive: true })]);
});

describe.each(names)('the package %s', (name) => {
  it('has everything in it that it says, and types that every way of importing finds', async () => {
    const tarball = await readFile(tarballs.get(name) ?? '');
    const { messages } = await publint({ pack: { tarball: Uint8Array.from(tarball).buffer }, strict: true });
    expect(messages).toEqual([]);
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    const problems = analysis.types === false ? ['no types'] : analysis.problems;
    // Modules only: Node 20.19 lets CommonJS require them, and the old ways to resolve know no exports.
    const ofModules = problems.filter(
      (problem) =>
        typeof problem === 'string' || !('resolutionKind' in problem) || problem.resolutionKind !== 'node10',
    );
    expect(
      ofModules.filter((problem) => typeof problem === 'string' || problem.kind !== 'CJSResolvesToESM'),
    ).toEqual([]);
  });
});

describe('a project outside of this workspace', () => {
  it('compiles strictly against the client, and gets answers as they are typed', async () => {
    expect((await project.compile()).filter((line) => !brokenElsewhere.test(line))).toEqual([]);
    const scopes = ['account:read', 'account:tokens'];
    const person = { identifier: 'ada', password: demoPassword, scopes };
    const { accountToken } = await signInByCodeFlow(server.logto.endpoint, person);
    const said = await project.start('out/page.js', {
      URL: server.url,
      TOKEN: accountToken,
      PASSWORD: demoPassword,
    });
    expect(JSON.parse(said)).toEqual({
      name: 'Ada Lovelace',
      made: 'ci',
      problem: [{ path: 'newName', code: 'REQUIRED' }],
    });
  });

  it('hosts the procedures itself', async () => {
    expect(await project.compile('-p', 'tsconfig.host.json')).toEqual([]);
    expect(JSON.parse(await project.start('out/host.js', {}))).toEqual({ name: 'Ada Lovelace' });
  });
});
