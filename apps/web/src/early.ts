import { loadMessages, preferred } from './lib/languages.ts';

// Runs while the app is still being loaded, which then finds its texts there. When they cannot be had, the app says so.
loadMessages(preferred()).catch(() => undefined);
