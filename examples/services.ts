import { env } from 'node:process';
import { createServices } from '@account/procedures';

/** What the procedures work with. An embedded database serves one process; give `store.databaseUrl` for several. */
export const { services, close } = await createServices({
  logto: {
    endpoint: env.LOGTO_ENDPOINT ?? 'http://localhost:3001',
    appId: env.LOGTO_M2M_APP_ID ?? '',
    appSecret: env.LOGTO_M2M_APP_SECRET ?? '',
  },
  resource: env.ACCOUNT_RESOURCE ?? '',
  clientId: env.ACCOUNT_SPA_APP_ID ?? '',
  rules: { productName: 'Example' },
});
