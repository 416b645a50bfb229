import type { LogtoClient } from '@account/logto-mgmt';
import { applications } from '../blueprint.ts';
import { planResource, planRole, planScopes } from './access-steps.ts';
import { planHook, planServer, planSupport, planWeb } from './application-steps.ts';
import type { Installation, Wish } from './installation.ts';
import type { Record } from './record.ts';
import type { Step } from './steps.ts';

/** What has to be done, in the order in which it has to be done. Nothing is written yet. */
export function planSetup(logto: LogtoClient, installation: Installation, wish: Wish): Step[] {
  const steps = [
    planResource(logto, installation, wish),
    ...planScopes(logto, installation),
    planRole(logto, installation, 'ownerRole'),
    planRole(logto, installation, 'supportRole'),
    planWeb(logto, installation, wish),
    planSupport(logto, installation, wish),
    ...planHook(logto, installation, wish),
  ];
  const { record, server } = installation;
  const created = steps.filter(({ action }) => action === 'create').map(nameOf);
  const before = record?.made ?? (server ? [] : [recordedAs.server]);
  const recordWanted: Record = {
    part: 'server',
    resource: wish.resource,
    publicUrl: wish.publicUrl,
    made: [...new Set([...before, ...created])],
  };
  return [planServer(logto, installation, recordWanted), ...steps];
}

/** How the applications stand in the record. */
export const recordedAs = {
  web: 'application',
  server: 'application server',
  support: 'application support',
} as const;

/** There is one web application and one webhook, whatever their addresses. */
function nameOf({ kind, name }: Step) {
  if (name === applications.support.name) return recordedAs.support;
  return kind === 'scope' || kind === 'role' ? `${kind} ${name}` : kind;
}

export const wasMade = ({ record }: Installation, name: string) => record?.made.includes(name) ?? false;
