import type { Session } from '@account/procedures/schemas';

/** Browsers that run on the same kind of device: nobody can tell whether it is one device or two. */
export type DeviceGroup = Pick<Session, 'device' | 'system'> & { sessions: Session[] };

/** The group of this device first, then by the last sign-in; so within each group too. */
export function groupDevices(sessions: readonly Session[]): DeviceGroup[] {
  const sorted = sessions.toSorted(
    (one, other) =>
      Number(other.isCurrent ?? false) - Number(one.isCurrent ?? false) || other.signedInAt - one.signedInAt,
  );
  const groups = new Map<string, DeviceGroup>();
  for (const session of sorted) {
    const { device, system } = session;
    const key = `${device} ${system}`;
    const group = groups.get(key) ?? { device, system, sessions: [] };
    group.sessions.push(session);
    groups.set(key, group);
  }
  return [...groups.values()];
}
