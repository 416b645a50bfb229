import { AccountProvider } from '@account/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BootFailed } from './app/boot-failed.tsx';
import { createAppRouter } from './app/router.tsx';
import { followAccountCenterLink } from './lib/account-center.ts';
import { type Auth, createAuth } from './lib/auth.ts';
import { AuthContext } from './lib/auth-context.ts';
import { loadConfig, type RuntimeConfig } from './lib/config.ts';
import { startErrand } from './lib/errand.ts';
import { setPersonLanguage, startI18n } from './lib/i18n.ts';
import { createApi } from './lib/trpc.ts';
import { BrandContext } from './ui/brand.tsx';
import './ui/theme.css';

async function start() {
  followAccountCenterLink();
  const loading = loadConfig().then(
    (config) => ({ config, error: undefined }),
    (error: unknown) => ({ config: undefined, error }),
  );
  const [loaded] = await Promise.all([loading, startI18n(loading.then(({ config }) => config?.productName))]);
  if (!loaded.config) return render(<BootFailed error={loaded.error} />);
  const { config } = loaded;
  startErrand(config.redirectOrigins);
  const auth = createAuth(config);
  // Before the first paint, so that nothing changes its language before the person's eyes.
  if (await auth.isSignedIn()) await setPersonLanguage(await auth.locale());
  render(createApp({ config, auth }));
}

function createApp({ config, auth }: { config: RuntimeConfig; auth: Auth }) {
  const api = createApi(auth);
  const router = createAppRouter({ auth, api });
  return (
    <BrandContext value={config.brand}>
      <AuthContext value={auth}>
        <AccountProvider client={api.client} queryClient={api.queryClient}>
          <RouterProvider router={router} />
        </AccountProvider>
      </AuthContext>
    </BrandContext>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

function render(app: React.ReactNode) {
  if (root) createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

start().catch((reason: unknown) => {
  // Nothing is known but what the page itself says, in every language.
  root.innerHTML = document.querySelector('noscript')?.textContent ?? '';
  throw reason;
});
