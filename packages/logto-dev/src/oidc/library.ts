/// <reference path="./oidc-provider-modules.d.ts" />
/** The entry point of oidc-provider warns about every Node before 22, on which it works; its modules do not. */
export {
  InvalidClient,
  InvalidGrant,
  InvalidRequest,
  InvalidTarget,
  OIDCProviderError,
} from 'oidc-provider/lib/helpers/errors.js';
export { Provider } from 'oidc-provider/lib/provider.js';
