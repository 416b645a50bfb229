import { env } from 'node:process';
import { GET } from './next-route.ts';
import { close } from './services.ts';

/** As Next would call it. */
const request = new Request('http://localhost/api/account/account.overview', {
  headers: { authorization: `Bearer ${env.ACCESS_TOKEN}` },
});
process.stdout.write(`${await (await GET(request)).text()}\n`);
await close();
