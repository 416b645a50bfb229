import { defineConfig, type Rolldown } from 'tsdown';
import { library } from '../tsdown.library.ts';

/** The router's type names what the server works with, which is nothing to a client and would bring all of it along. */
const withoutServer: Rolldown.Plugin = {
  name: 'without-server',
  transform: {
    order: 'pre',
    filter: { id: /\/procedures\/src\/router\.d\.ts$/ },
    handler: (code) => code.replaceAll(/import\("[^"]+"\)\.Context\b/g, 'object'),
  },
};

export default defineConfig({
  ...library(['src/index.ts', 'src/react.tsx']),
  platform: 'neutral',
  plugins: [withoutServer],
  // The contracts and the router's type: who installs the client needs nothing of the server.
  deps: { alwaysBundle: [/^@account\//], neverBundle: [/^(?!@account\/|[./])/] },
});
