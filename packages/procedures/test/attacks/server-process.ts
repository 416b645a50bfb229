import { argv } from 'node:process';
import { startServer } from '../server.ts';

/** A server of its own, as an operator has several: it tells its address to the process that forked it. */
const [endpoint = '', databaseUrl = '', redirectUri = ''] = argv.slice(2);
const server = await startServer(endpoint, { databaseUrl, rules: { socialRedirectUris: [redirectUri] } });
process.on('disconnect', () => process.exit());
process.send?.(server.url);
