import { supportScope } from '@account/procedures/schemas';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { reasonOf } from '../get.ts';
import { CliError, type Io } from '../io.ts';
import { isLocal } from '../public-url.ts';
import { catchRedirect } from './loopback.ts';
import type { Site } from './site.ts';

type SignIn = {
  /** Where the browser comes back to; 0 is any port that is free. */
  port: number;
  /** Logto asks who the person is although it knows them, and the ID token proves it. */
  isAnew: boolean;
};

/** Signs somebody in with their browser: the code flow of OAuth 2.0 with PKCE, for a native application. */
export async function signIn(io: Io, site: Site, { port, isAnew }: SignIn) {
  try {
    const provider = await providerOf(site);
    const verifier = randomPKCECodeVerifier();
    const request = {
      scope: `openid account:read ${supportScope}`,
      resource: site.resource,
      state: randomState(),
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(isAnew && { prompt: 'login', max_age: '0' }),
    };
    const arrived = await catchRedirect({ port, state: request.state }, (redirectUri) => {
      const { href } = buildAuthorizationUrl(provider, { ...request, redirect_uri: redirectUri });
      io.writeError(`Sign in with your browser: ${href}`);
      io.openBrowser(href);
    });
    const checks = { pkceCodeVerifier: verifier, expectedState: request.state, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(provider, arrived, checks, { resource: site.resource });
    return { accessToken: tokens.access_token, idToken: tokens.id_token ?? '' };
  } catch (error) {
    throw error instanceof CliError
      ? error
      : new CliError(`The sign-in failed (${refusalOf(error) ?? reasonOf(error)}).`, { cause: error });
  }
}

/** What Logto answers instead of a code or a token, for instance `access_denied`. */
const refusalOf = (error: unknown) =>
  error instanceof Error && 'error' in error && typeof error.error === 'string' ? error.error : undefined;

function providerOf({ endpoint, appId }: Site) {
  const issuer = new URL(`${endpoint}/oidc`);
  return discovery(issuer, appId, undefined, None(), {
    execute: isLocal(issuer) ? [allowInsecureRequests] : [],
  });
}
