import type { Config } from '@account/config';
import { z } from 'zod';
import { get } from '../get.ts';
import { isLocal } from '../public-url.ts';
import { type Finding, fail, ok, skip, warn } from './finding.ts';

const Health = z.object({ checks: z.record(z.string(), z.boolean()) });
const ClientConfig = z.object({ endpoint: z.string(), appId: z.string(), resource: z.string() });

/** The server as people reach it, through whatever stands in front of it. */
export async function checkServer(config: Config): Promise<Finding[]> {
  const { publicUrl } = config.account;
  const replies = await Promise.all(
    ['/health/ready', '/config.json', '/'].map((path) => get(`${publicUrl}${path}`)),
  ).catch((error: unknown) => (error instanceof Error ? error : new Error('It does not answer')));
  if (replies instanceof Error)
    return [
      fail('server.reachable', `${replies.message}. Start the server, and let the proxy forward to it.`),
      skip('server.ready', 'The server does not answer.'),
      skip('server.headers', 'The server does not answer.'),
    ];
  const [health, clientConfig, page] = replies;
  return [
    checkAddress(publicUrl),
    checkHealth(health?.json, publicUrl),
    checkClientConfig(clientConfig?.json, config),
    checkHeaders(page?.headers ?? new Headers(), publicUrl),
  ];
}

function checkAddress(publicUrl: string): Finding {
  const url = new URL(publicUrl);
  if (url.protocol === 'https:') return ok('server.reachable', `${publicUrl} answers over https.`);
  if (isLocal(url)) return ok('server.reachable', `${publicUrl} answers.`);
  return fail('server.reachable', `${publicUrl} is not https: browsers refuse to sign in there. Use https.`);
}

function checkHealth(json: unknown, publicUrl: string): Finding {
  const health = Health.safeParse(json);
  if (!health.success)
    return fail('server.ready', `${publicUrl}/health/ready is answered by something else. Check the proxy.`);
  const missing = Object.entries(health.data.checks).filter(([, isReady]) => !isReady);
  if (missing.length === 0) return ok('server.ready', 'The server is ready.');
  const names = missing.map(([name]) => name).join(', ');
  return fail('server.ready', `The server does not reach: ${names}. Its log says why.`);
}

function checkClientConfig(json: unknown, { logto, account }: Config): Finding {
  const { data } = ClientConfig.safeParse(json);
  const isOurs =
    data?.endpoint === logto.endpoint &&
    data.appId === account.spaAppId &&
    data.resource === account.resource;
  if (isOurs) return ok('server.configuration', 'The server runs with this configuration.');
  return fail(
    'server.configuration',
    'The server runs with another configuration. Restart it with this one.',
  );
}

function checkHeaders(headers: Headers, publicUrl: string): Finding {
  const policy = headers.get('content-security-policy') ?? '';
  const isOurs = ["default-src 'none'", "frame-ancestors 'none'"].every((part) => policy.includes(part));
  if (!isOurs)
    return fail(
      'server.headers',
      'The content security policy is lost on the way. Let the proxy keep all headers.',
    );
  if (publicUrl.startsWith('https:') && !headers.has('strict-transport-security'))
    return warn(
      'server.headers',
      'Strict-Transport-Security is lost on the way. Let the proxy keep all headers.',
    );
  return ok('server.headers', 'The security headers arrive.');
}
