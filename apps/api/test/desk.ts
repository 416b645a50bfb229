import { demoPassword, signInAt } from '@account/logto-dev';
import type { Io } from '@account/setup';
import { openTerminal } from '@account/setup/testing/terminal';
import { expect } from 'vitest';

/** Somebody of the support at a terminal, with a browser, before the server at `publicUrl`. */
export async function openDesk(publicUrl: string) {
  const terminal = await openTerminal();
  /** The addresses to which browsers were sent. */
  const opened: URL[] = [];

  /** A browser whose owner signs in as one of the demo people. */
  const browserOf = (identifier: string): Pick<Io, 'openBrowser'> => ({
    openBrowser(address) {
      opened.push(new URL(address));
      void signInAt(address, { identifier, password: demoPassword });
    },
  });

  return {
    opened,
    browserOf,
    support: (args: string[], { env, ...given }: Partial<Io> = {}) =>
      terminal.run(['support', ...args], {
        ...browserOf('grace'),
        ...given,
        env: { ACCOUNT_PUBLIC_URL: publicUrl, ...env },
      }),
    /** No access token, no ID token, no proof and no code was ever written. */
    async close() {
      expect(terminal.printed()).not.toMatch(/eyJ|[?&]code=|verifier/);
      await terminal.close();
    },
  };
}
