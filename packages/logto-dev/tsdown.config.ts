import { defineConfig } from 'tsdown';
import { library } from '../tsdown.library.ts';

export default defineConfig(library(['src/index.ts', 'src/main.ts']));
