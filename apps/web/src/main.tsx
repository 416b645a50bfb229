import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthContext } from './app/auth-context.ts';
import { BootFailed } from './app/boot-failed.tsx';
import { createAppRouter } from './app/router.tsx';
import { createAuth } from './lib/auth.ts';
import { loadConfig } from './lib/config.ts';
import { startI18n } from './lib/i18n.ts';
import { createApi, trpc } from './lib/trpc.ts';
import './ui/theme.css';

async function start() {
  const configuring = loadConfig();
  await startI18n();
  try {
    return render(createApp(await configuring));
  } catch {
    return render(<BootFailed />);
  }
}

function createApp(config: Awaited<ReturnType<typeof loadConfig>>) {
  const auth = createAuth(config);
  const api = createApi(auth);
  const router = createAppRouter({ auth, api });
  return (
    <AuthContext value={auth}>
      <trpc.Provider client={api.client} queryClient={api.queryClient}>
        <QueryClientProvider client={api.queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </trpc.Provider>
    </AuthContext>
  );
}

function render(app: React.ReactNode) {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(<StrictMode>{app}</StrictMode>);
}

void start();
