import { defaultRules } from '@account/procedures';
import { AccountField, FieldRight } from '@account/procedures/schemas';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );

const address = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) => (input === undefined ? undefined : 'must be an http or https address'),
  })
  .transform((text) => text.replace(/\/+$/, ''));

const origin = address.refine((text) => new URL(text).origin === text, {
  error: 'must be an origin such as https://app.example.com',
});

/** `name=ReadOnly,avatar=Off` */
const fieldRights = list.transform((items, { addIssue }) => {
  const pairs = items.map((item) => item.split('=').map((part) => part.trim()));
  const rights = z.partialRecord(AccountField, FieldRight).safeParse(Object.fromEntries(pairs));
  if (rights.success) return rights.data;
  addIssue(
    `must be pairs such as name=ReadOnly,avatar=Off of ${AccountField.options} and ${FieldRight.options}`,
  );
  return z.NEVER;
});

const days = (byDefault: number) =>
  z.coerce.number({ error: 'must be a number of days' }).int().min(0).max(3650).default(byDefault);

/** Enough that nobody finds one by trying. */
const shortestSecret = 32;

/** Logto keeps data of its own under these keys of `customData`. */
const reservedKeys = [
  'onboarding',
  'ossOnboarding',
  'guideRequests',
  'adminConsolePreferences',
  'defaultTenantId',
];

/** The variables: what may be written, and what counts where nothing is. */
export const Environment = z
  .object({
    LOGTO_ENDPOINT: address,
    LOGTO_M2M_APP_ID: z.string().min(1),
    LOGTO_M2M_APP_SECRET: z.string().min(1),
    LOGTO_MANAGEMENT_RESOURCE: z.string().min(1).default('https://default.logto.app/api'),
    LOGTO_WEBHOOK_SIGNING_KEY: z.string().min(1).optional(),
    ACCOUNT_RESOURCE: z.url({ error: 'must be the indicator of an API resource, an absolute address' }),
    ACCOUNT_SPA_APP_ID: z.string().min(1),
    ACCOUNT_SUPPORT_APP_ID: z.string().min(1).optional(),
    ACCOUNT_PUBLIC_URL: origin,
    ACCOUNT_CORS_ORIGINS: list.pipe(z.array(origin)),
    ACCOUNT_REDIRECT_ORIGINS: list.pipe(z.array(origin)),
    ACCOUNT_FIELD_RIGHTS: fieldRights,
    ACCOUNT_CUSTOM_DATA_KEYS: list.pipe(
      z.array(
        z
          .string()
          .refine((key) => !reservedKeys.includes(key), { error: 'names a key that Logto uses itself' }),
      ),
    ),
    ACCOUNT_PRODUCT_NAME: z.string().min(1).max(64).optional(),
    ACCOUNT_TOKEN_MAX_DAYS: days(0),
    ACCOUNT_JOURNAL_DAYS: days(defaultRules.journal.retentionDays),
    ACCOUNT_SUPPORT_ON_STAFF: z.stringbool().default(defaultRules.support.onStaff),
    ACCOUNT_SECRET: list.pipe(
      z.array(
        z.string().min(shortestSecret, { error: `must be of ${shortestSecret} characters or more each` }),
      ),
    ),
    ACCOUNT_DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://…' }).optional(),
    DELETION_GRACE_DAYS: days(defaultRules.deletion.graceDays),
    DELETION_WEBHOOK_URL: address.optional(),
    DELETION_WEBHOOK_SECRET: z.string().min(shortestSecret).optional(),
    TRUSTED_PROXIES: list,
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number({ error: 'must be a port' }).int().min(0).max(65_535).default(3000),
    ACCOUNT_MAINTENANCE: z.stringbool({ error: 'must be true or false' }).default(false),
    DRAIN_SECONDS: z.coerce.number({ error: 'must be a number of seconds' }).min(0).max(300).default(0),
    METRICS_HOST: z.string().min(1).default('127.0.0.1'),
    METRICS_PORT: z.coerce.number({ error: 'must be a port' }).int().min(0).max(65_535).optional(),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  })
  .refine((env) => Boolean(env.DELETION_WEBHOOK_URL) === Boolean(env.DELETION_WEBHOOK_SECRET), {
    path: ['DELETION_WEBHOOK_SECRET'],
    error: 'and DELETION_WEBHOOK_URL belong together',
  });
export type Environment = z.infer<typeof Environment>;
