import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { UserConfig } from 'tsdown';

const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
const { default: compilerPath } = await import(new URL('lib/getExePath.js', pathToFileURL(compiler)).href);

/**
 * How a package is built to be published: modules and their declarations in `dist`, which `publishConfig.exports` names.
 * In the workspace nobody needs it; there packages are used from source.
 */
export function library(entry: string[]): UserConfig {
  return {
    entry,
    platform: 'node',
    target: 'node20.19',
    // TypeScript 7 has no compiler in JavaScript that a bundler could call; the plugin calls this one.
    dts: {
      tsgo: { path: compilerPath() },
      tsconfig: fileURLToPath(new URL('./tsconfig.declarations.json', import.meta.url)),
    },
    checks: { pluginTimings: false },
    logLevel: 'warn',
  };
}
