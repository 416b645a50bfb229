import { defineConfig } from 'tsdown';
import { library } from '../tsdown.library.ts';

export default defineConfig({
  ...library(['src/index.ts', 'src/domain.ts', 'src/rest.ts', 'src/schemas.ts']),
  // Read from disk, beside the module that asks for them.
  copy: [{ from: 'src/store/migrations', to: 'dist' }],
});
