import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import type { Ear } from './driver.ts';

const retryMs = 500;

/**
 * Hears what is said on a channel, over a connection of its own: a pooler that lends one for a statement breaks
 * `LISTEN`. A lost connection is made again, and then `gap` is called. Rejects when the first one cannot be had.
 */
export async function listen(url: string, channel: string, { message, gap }: Ear) {
  let isClosed = false;

  const open = async () => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    // Every error ends the connection, and its end is what counts.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => message(payload));
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    client.once('end', reopen);
    return client;
  };

  const reopen = async () => {
    while (!isClosed) {
      await setTimeout(retryMs);
      const client = await open().catch(() => undefined);
      if (!client) continue;
      current = client;
      if (isClosed) await current.end();
      else gap();
      return;
    }
  };

  let current = await open();
  return {
    close: async () => {
      isClosed = true;
      await current.end();
    },
  };
}
