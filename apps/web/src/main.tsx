import { AccountProvider } from '@account/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BootFailed } from './app/boot-failed.tsx';
import { createAppRouter } from './app/router.tsx';
import { type Auth, createAuth } from './lib/auth.ts';
import { AuthContext } from './lib/auth-context.ts';
import { loadConfig } from './lib/config.ts';
import { setPersonLanguage, startI18n } from './lib/i18n.ts';
import { createApi } from './lib/trpc.ts';
import './ui/theme.css';

async function start() {
  const [config] = await Promise.all([loadConfig().catch(() => null), startI18n()]);
  if (!config) return render(<BootFailed />);
  const auth = createAuth(config);
  // Before the first paint, so that nothing changes its language before the person's eyes.
  if (await auth.isSignedIn()) await setPersonLanguage(await auth.locale());
  render(createApp(auth));
}

function createApp(auth: Auth) {
  const api = createApi(auth);
  const router = createAppRouter({ auth, api });
  return (
    <AuthContext value={auth}>
      <AccountProvider client={api.client} queryClient={api.queryClient}>
        <RouterProvider router={router} />
      </AccountProvider>
    </AuthContext>
  );
}

function render(app: React.ReactNode) {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

void start();
