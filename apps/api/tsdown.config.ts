import { defineConfig } from 'tsdown';

/** One file with everything of ours and of the registry in it, and the built app beside it. */
export default defineConfig({
  entry: 'src/main.ts',
  platform: 'node',
  target: 'node20.19',
  noExternal: /.*/,
  inlineOnly: false,
  dts: false,
  sourcemap: true,
  copy: [{ from: '../web/dist', to: 'dist', rename: 'web' }],
});
