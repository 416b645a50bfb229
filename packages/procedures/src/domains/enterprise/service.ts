import type { AllIdentities, SsoConnector } from '@account/logto-mgmt';
import type { PersonContext } from '../../trpc/context.ts';
import type { EnterpriseIdentities } from './schemas.ts';

/** The accounts at companies. `GET /api/users/{id}/all-identities`, and `GET /api/sso-connectors` once a while. */
export async function listEnterpriseIdentities({
  services,
  user,
}: PersonContext): Promise<EnterpriseIdentities> {
  const { ssoIdentities } = await services.logto.users.identities.listAll(user.id);
  if (ssoIdentities.length === 0) return [];
  const connectors = await services.tenant.ssoConnectors();
  return ssoIdentities.map(({ ssoConnectorId, ssoIdentity }) =>
    toIdentity(
      ssoIdentity,
      connectors.find(({ id }) => id === ssoConnectorId),
    ),
  );
}

type SsoIdentity = AllIdentities['ssoIdentities'][number]['ssoIdentity'];

function toIdentity(
  { id, issuer, detail, createdAt }: SsoIdentity,
  connector: SsoConnector | undefined,
): EnterpriseIdentities[number] {
  const { branding, connectorName, syncProfile, providerLogo, providerLogoDark } = connector ?? {};
  return {
    id,
    issuer,
    name: branding?.displayName || connectorName || null,
    logo: branding?.logo || providerLogo || null,
    logoDark: branding?.darkLogo || providerLogoDark || null,
    details: shownDetails(detail),
    managed: syncProfile ? ['name', 'avatar'] : [],
    linkedAt: createdAt,
  };
}

/** Companies send much more, and in any form. */
function shownDetails({ name, email }: Record<string, unknown>) {
  return {
    ...(typeof name === 'string' && name ? { name } : {}),
    ...(typeof email === 'string' && email ? { email } : {}),
  };
}
