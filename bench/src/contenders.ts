import { z } from 'zod';

const built = (name: string) => new URL(`../dist/servers/${name}.mjs`, import.meta.url);
const paths = { profile: '/profile', both: '/overview-and-profile' };

export const calls = {
  profile: '`profile.get`',
  both: '`account.overview` and `profile.get` in one request',
};
export type Call = keyof typeof calls;

/** A server that answers the same calls as the others. */
export type Contender = {
  label: string;
  file: URL;
  paths: Record<Call, string>;
  /** Takes the answer out of what it travels in. */
  unwrap: (body: unknown) => unknown;
  /** A token that it has not seen before, at every call. */
  isTokenNew?: boolean;
  headers?: Record<string, string>;
  /** Keeps its data in its own process, and not in PostgreSQL. */
  isEmbedded?: boolean;
};

const Answer = z.object({ result: z.object({ data: z.unknown() }) });

export const ours: Contender = {
  label: 'ours',
  file: new URL('../../apps/api/dist/main.mjs', import.meta.url),
  paths: { profile: '/trpc/profile.get', both: '/trpc/account.overview,profile.get?batch=1' },
  unwrap: (body) =>
    Array.isArray(body) ? body.map((each) => Answer.parse(each).result.data) : Answer.parse(body).result.data,
};

const plain = (body: unknown) => body;

/** What the others are held against. */
export const proxy: Contender = {
  label: 'hand-written proxy (Fastify, jose, undici)',
  file: built('fastify-proxy'),
  paths,
  unwrap: plain,
};

/** As the app asks after a change: what was just read of the person is read again. */
const noMemory = { 'cache-control': 'no-cache' };

export const contenders: readonly Contender[] = [
  { label: 'Fastify, from memory', file: built('fastify-json'), paths, unwrap: plain },
  proxy,
  { label: 'tutorial proxy (Express, axios)', file: built('express-proxy'), paths, unwrap: plain },
  { ...ours, label: 'ours, Logto asked each time', headers: noMemory },
  { ...ours, label: 'ours, and every token new', headers: noMemory, isTokenNew: true },
  ours,
  { ...ours, label: 'ours, embedded database', isEmbedded: true },
];
