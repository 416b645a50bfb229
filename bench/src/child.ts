import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const meter = new URL('../dist/meter.mjs', import.meta.url).href;

const Usage = z.object({ cpuMs: z.number(), rssMb: z.number(), heapMb: z.number() });
/** Of the whole process since its start: all threads, garbage collection included. */
export type Usage = z.infer<typeof Usage>;

export type Server = Awaited<ReturnType<typeof startServer>>;

/**
 * Starts a server as a process of its own and waits until it listens at `PORT`, a free one unless `env` has one. It
 * ends with us, however we end.
 */
export async function startServer(file: URL, env: Record<string, string>, nodeOptions: string[] = []) {
  const port = Number(env.PORT ?? (await freePort()));
  const host = env.HOST ?? '127.0.0.1';
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, '--import', meter, fileURLToPath(file)], {
    env: { NODE_ENV: 'production', HOST: host, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    await listens({ host, port }, child);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    url: `http://${host}:${port}`,
    listeningAfterMs: performance.now() - startedAt,
    usage: () => ask(child, 'usage'),
    /** After all garbage was collected, for which it has to be started with `--expose-gc`. */
    collected: () => ask(child, 'collected'),
    /** As an operator stops it: it finishes what is under way. */
    retire: () => end(child, () => child.kill('SIGTERM')),
    stop: () => stop(child),
  };
}

async function ask(child: ChildProcess, wish: 'usage' | 'collected'): Promise<Usage> {
  child.send(wish);
  const [answer] = await once(child, 'message');
  return Usage.parse(answer);
}

async function stop(child: ChildProcess) {
  const patience = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await end(child, () => child.connected && child.disconnect());
  clearTimeout(patience);
}

async function end(child: ChildProcess, how: () => void) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  how();
  await gone;
}

type Place = { host: string; port: number };

async function listens(place: Place, child: ChildProcess) {
  for (let waited = 0; waited < 20_000; waited += 10) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.at(-1)} stopped with ${child.exitCode}`);
    if (await accepts(place)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${child.spawnargs.at(-1)} does not listen`);
}

/** A bare connection, so that the first request is the first of the measurement. */
function accepts(place: Place): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('The probe has no port');
  return address.port;
}
