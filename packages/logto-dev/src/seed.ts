import { createActivity } from './seed-data/activity.ts';
import { demoConnectors, enterpriseConnector } from './seed-data/connectors.ts';
import { createDemoPeople } from './seed-data/people.ts';
import {
  demoAccountCenter,
  demoSignInExperience,
  freshAccountCenter,
  freshSignInExperience,
} from './seed-data/sign-in-experience.ts';
import {
  accountResource,
  bootstrapApplication,
  demoApplications,
  machineRole,
  managementResource,
  memberRole,
  organization,
  ownerRole,
  supportRole,
} from './seed-data/tenant.ts';
import type { State } from './state.ts';

const defaultOrigins = ['http://localhost:5173', 'http://localhost:3000'];

const byId = <Row extends { id: string }>(rows: Row[]) => new Map(rows.map((row) => [row.id, row]));

/** A tenant as right after the installation of Logto: the Management API and one machine that may use it. */
export function createEmptySeed(): State {
  return {
    tenantId: 'default',
    users: new Map(),
    applications: byId([bootstrapApplication]),
    resources: byId([managementResource]),
    roles: byId([machineRole]),
    hooks: new Map(),
    organizations: new Map(),
    organizationRoles: new Map(),
    connectors: new Map(),
    ssoConnectors: new Map(),
    customProfileFields: [],
    signInExperience: freshSignInExperience,
    accountCenter: freshAccountCenter,
    passcodes: [],
    sends: new Map(),
    logs: [],
    inbox: [],
    oidc: new Map(),
    sessionExtensions: new Map(),
    faults: [],
    isOffline: false,
  };
}

/** The demo tenant: everything the account pages can show, and the applications of this repository. */
export async function createDemoSeed(endpoint: string, appOrigins: string[]): Promise<State> {
  const people = await createDemoPeople();
  const olga = people.find(({ username }) => username === 'olga');
  const members = new Map(olga ? [[olga.id, [memberRole.id]]] : []);
  const ada = people.find(({ username }) => username === 'ada');
  return {
    ...createEmptySeed(),
    ...(ada && createActivity(ada.id)),
    users: byId(people),
    applications: byId(demoApplications([...new Set([...defaultOrigins, ...appOrigins])])),
    resources: byId([managementResource, accountResource]),
    roles: byId([ownerRole, supportRole, machineRole]),
    organizations: byId([{ ...organization, members }]),
    organizationRoles: byId([memberRole]),
    connectors: byId(demoConnectors(endpoint)),
    ssoConnectors: byId([enterpriseConnector(endpoint)]),
    signInExperience: demoSignInExperience(endpoint),
    accountCenter: demoAccountCenter,
  };
}
