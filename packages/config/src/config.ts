import { defaultRules, type Rules } from '@account/procedures';
import type { z } from 'zod';
import { Environment } from './environment.ts';

export type Config = Readonly<{
  logto: Readonly<{
    /** Without a trailing slash. */
    endpoint: string;
    issuer: string;
    appId: string;
    appSecret: string;
    resource: string;
    /** Signs the hooks that Logto sends us; without it none is taken. */
    hookSigningKey: string | undefined;
  }>;
  account: Readonly<{
    /** The indicator of our API resource: the audience of the tokens that we accept. */
    resource: string;
    spaAppId: string;
    /** The application of `account support`, where it is used. */
    supportAppId: string | undefined;
    /** An origin. */
    publicUrl: string;
    /** What people call the product; without it the app says "Account" in their language. */
    productName: string | undefined;
    corsOrigins: readonly string[];
    /** Sites that people may be sent back to after they did what a link asked for. */
    redirectOrigins: readonly string[];
    rules: Rules;
  }>;
  store: Readonly<{
    /** PostgreSQL; without it an embedded database keeps its data in `folder`. */
    databaseUrl: string | undefined;
    folder: string;
    /** The first one seals and signs; the others still open what they made. */
    secrets: readonly string[];
  }>;
  server: Readonly<{
    host: string;
    port: number;
    logLevel: string;
    /** Between the news that the server stops and the end of its accepting connections. */
    drainSeconds: number;
    /** Where metrics are answered, apart from what is public; nowhere when `undefined`. */
    metrics: Readonly<{ host: string; port: number }> | undefined;
    /** Nobody's account is read or changed. */
    isInMaintenance: boolean;
    /** Addresses of proxies whose `X-Forwarded-For` is believed. */
    trustedProxies: readonly string[];
  }>;
}>;

/** Every setting that is missing or wrong, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration from the environment. Throws one `ConfigError` that lists all that is wrong. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { success, data: env, error } = Environment.safeParse(given);
  if (!success) throw new ConfigError(error.issues.map(describe).join('\n'));
  return Object.freeze({
    logto: {
      endpoint: env.LOGTO_ENDPOINT,
      issuer: `${env.LOGTO_ENDPOINT}/oidc`,
      appId: env.LOGTO_M2M_APP_ID,
      appSecret: env.LOGTO_M2M_APP_SECRET,
      resource: env.LOGTO_MANAGEMENT_RESOURCE,
      hookSigningKey: env.LOGTO_WEBHOOK_SIGNING_KEY,
    },
    account: {
      resource: env.ACCOUNT_RESOURCE,
      spaAppId: env.ACCOUNT_SPA_APP_ID,
      supportAppId: env.ACCOUNT_SUPPORT_APP_ID,
      publicUrl: env.ACCOUNT_PUBLIC_URL,
      productName: env.ACCOUNT_PRODUCT_NAME,
      corsOrigins: env.ACCOUNT_CORS_ORIGINS,
      redirectOrigins: env.ACCOUNT_REDIRECT_ORIGINS,
      rules: rulesOf(env),
    },
    store: { databaseUrl: env.DATABASE_URL, folder: env.ACCOUNT_DATA_DIR, secrets: env.ACCOUNT_SECRET },
    server: {
      host: env.HOST,
      port: env.PORT,
      logLevel: env.LOG_LEVEL,
      drainSeconds: env.DRAIN_SECONDS,
      metrics:
        env.METRICS_PORT === undefined ? undefined : { host: env.METRICS_HOST, port: env.METRICS_PORT },
      isInMaintenance: env.ACCOUNT_MAINTENANCE,
      trustedProxies: env.TRUSTED_PROXIES,
    },
  });
}

function rulesOf(env: Environment): Rules {
  const { DELETION_WEBHOOK_URL: url, DELETION_WEBHOOK_SECRET: secret } = env;
  return {
    ...defaultRules,
    productName: env.ACCOUNT_PRODUCT_NAME ?? defaultRules.productName,
    fieldRights: env.ACCOUNT_FIELD_RIGHTS,
    customDataKeys: env.ACCOUNT_CUSTOM_DATA_KEYS,
    socialRedirectUris: [`${env.ACCOUNT_PUBLIC_URL}/social/callback`],
    tokens: { ...defaultRules.tokens, maxDays: env.ACCOUNT_TOKEN_MAX_DAYS || null },
    deletion: { graceDays: env.DELETION_GRACE_DAYS, webhook: url && secret ? { url, secret } : undefined },
    support: { onStaff: env.ACCOUNT_SUPPORT_ON_STAFF },
    journal: { retentionDays: env.ACCOUNT_JOURNAL_DAYS },
  };
}

function describe({ path, message, code }: z.core.$ZodIssue) {
  const isMissing = code === 'invalid_type' && message.endsWith('received undefined');
  return `${String(path[0])} ${isMissing ? 'is missing' : message}`;
}
