import { defineConfig } from 'tsdown';
import { library } from '../tsdown.library.ts';

export default defineConfig({
  ...library(['src/index.ts']),
  // The paths of the Management API can be taken from @logto/api only where there is one openapi-fetch, which nobody who
  // installs this package can promise. So its declarations travel along.
  banner: {
    dts: '/* Contains the declarations of @logto/api, (c) Silverhand Inc., under the Mozilla Public License 2.0. */',
  },
});
