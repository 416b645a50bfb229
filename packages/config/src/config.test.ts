import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const complete = {
  LOGTO_ENDPOINT: 'https://auth.example.com/',
  LOGTO_M2M_APP_ID: 'machine',
  LOGTO_M2M_APP_SECRET: 'top-secret-value',
  ACCOUNT_RESOURCE: 'https://account.example.com/api',
  ACCOUNT_SPA_APP_ID: 'app',
  ACCOUNT_PUBLIC_URL: 'https://account.example.com',
};

const refusal = (environment: Record<string, string | undefined>) => {
  try {
    readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : undefined;
  }
};

describe('the configuration', () => {
  it('has a default for everything that a tenant does not decide', () => {
    expect(readConfig(complete)).toMatchObject({
      logto: { issuer: 'https://auth.example.com/oidc', resource: 'https://default.logto.app/api' },
      account: {
        corsOrigins: [],
        rules: { fieldRights: {}, customDataKeys: [], deletion: { graceDays: 14 } },
      },
      store: { databaseUrl: undefined, folder: '.data', secrets: [] },
      server: { port: 3000, logLevel: 'info' },
    });
  });

  it('lists all that is missing or wrong at once, and never a value', () => {
    const message = refusal({
      ...complete,
      LOGTO_ENDPOINT: undefined,
      ACCOUNT_SPA_APP_ID: '',
      PORT: 'http',
      LOG_LEVEL: 'loud',
    });
    expect(message?.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'LOGTO_ENDPOINT',
      'ACCOUNT_SPA_APP_ID',
      'PORT',
      'LOG_LEVEL',
    ]);
    expect(message).toContain('LOGTO_ENDPOINT is missing\nACCOUNT_SPA_APP_ID is missing');
    expect(message).not.toContain('top-secret-value');
  });

  it('reads field rights and keys of custom data as lists', () => {
    const { rules } = readConfig({
      ...complete,
      ACCOUNT_FIELD_RIGHTS: 'name=ReadOnly, avatar=Off',
      ACCOUNT_CUSTOM_DATA_KEYS: 'theme, newsletter',
    }).account;
    expect(rules).toMatchObject({
      fieldRights: { name: 'ReadOnly', avatar: 'Off' },
      customDataKeys: ['theme', 'newsletter'],
    });
  });

  it.each([
    { ACCOUNT_FIELD_RIGHTS: 'name=Sometimes' },
    { ACCOUNT_FIELD_RIGHTS: 'shoeSize=Edit' },
    { ACCOUNT_CUSTOM_DATA_KEYS: 'adminConsolePreferences' },
    { ACCOUNT_PUBLIC_URL: 'ftp://account.example.com' },
    { ACCOUNT_PUBLIC_URL: 'https://example.com/account' },
    { ACCOUNT_CORS_ORIGINS: 'app.example.com' },
    { ACCOUNT_REDIRECT_ORIGINS: 'https://app.example.com/path' },
    { ACCOUNT_REDIRECT_ORIGINS: 'https://user@app.example.com' },
    { ACCOUNT_SECRET: 'too short' },
    { DATABASE_URL: 'mysql://localhost/account' },
    { DELETION_GRACE_DAYS: '-1' },
    { ACCOUNT_MAINTENANCE: 'perhaps' },
  ])('refuses what makes no sense: %j', (variables) => {
    expect(refusal({ ...complete, ...variables })).toMatch(new RegExp(`^${Object.keys(variables)[0]} `));
  });
});
