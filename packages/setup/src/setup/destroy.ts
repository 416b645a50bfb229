import type { LogtoClient } from '@account/logto-mgmt';
import { applications, type roles } from '../blueprint.ts';
import type { Installation } from './installation.ts';
import { recordedAs, wasMade } from './plan.ts';
import { markField, withMark } from './record.ts';
import { mend, type Step } from './steps.ts';

/** Takes away what the record says was made here, the record last. What was only taken over stays as it is now. */
export function planDestroy(logto: LogtoClient, installation: Installation): Step[] {
  if (!installation.record) return [];
  return [
    ...planHookEnd(logto, installation),
    ...planRoleEnd(logto, installation, 'ownerRole'),
    ...planRoleEnd(logto, installation, 'supportRole'),
    ...planResourceEnd(logto, installation),
    ...planApplicationEnd(logto, installation, 'web'),
    ...planApplicationEnd(logto, installation, 'support'),
    ...planApplicationEnd(logto, installation, 'server'),
  ];
}

const remove = (kind: Step['kind'], name: string, run: Step['run']): Step => ({
  action: 'delete',
  kind,
  name,
  changes: [],
  run,
});

function planHookEnd(logto: LogtoClient, installation: Installation): Step[] {
  const { hook } = installation;
  if (!hook || !wasMade(installation, 'webhook')) return [];
  return [remove('webhook', hook.config.url, () => logto.hooks.remove(hook.id))];
}

function planRoleEnd(logto: LogtoClient, installation: Installation, part: keyof typeof roles): Step[] {
  const role = installation[part];
  if (!role || !wasMade(installation, `role ${role.name}`)) return [];
  return [remove('role', role.name, () => logto.roles.remove(role.id))];
}

function planResourceEnd(logto: LogtoClient, installation: Installation): Step[] {
  const { resource } = installation;
  if (!resource) return [];
  if (wasMade(installation, 'resource'))
    return [remove('resource', resource.indicator, () => logto.resources.remove(resource.id))];
  return resource.scopes
    .filter(({ name }) => wasMade(installation, `scope ${name}`))
    .map(({ id, name }) => remove('scope', name, () => logto.resources.scopes.remove(resource.id, id)));
}

function planApplicationEnd(
  logto: LogtoClient,
  installation: Installation,
  part: keyof typeof applications,
): Step[] {
  const application = installation[part];
  const { name } = applications[part];
  if (!application) return [];
  if (wasMade(installation, recordedAs[part]))
    return [remove('application', name, () => logto.applications.remove(application.id))];
  return unmark(logto, application, name);
}

function unmark(logto: LogtoClient, application: NonNullable<Installation['web']>, name: string): Step[] {
  const run = async () => {
    await logto.applications.update(application.id, { customData: withMark(application, undefined) });
  };
  return [mend('application', name, [{ field: markField }], run)];
}
