import type { AuditLog } from '@account/logto-mgmt';
import * as z from 'zod/mini';
import { coarse, deviceName } from '../../policy/journal.ts';
import type { PersonContext } from '../../trpc/context.ts';
import type { LogPosition } from './cursor.ts';
import { describeLog } from './log-events.ts';
import type { Row, Stream } from './merge.ts';
import type { ActivityItem } from './schemas.ts';

type LogRow = Row<ActivityItem> & { id: string };

/** The most that Logto gives at once: most of its rows are left out. */
const pageSize = 100;

const text = z.catch(z.optional(z.string()), undefined);

/** All that is read of a row: the rest holds parameters of requests, identifiers, and what went wrong inside. */
const Payload = z.object({
  userId: text,
  ip: text,
  userAgent: text,
  applicationId: text,
  signInContext: z.catch(z.optional(z.object({ city: text, country: text })), undefined),
});

/** What Logto saw of the person, from `position` back in time, in one call. `GET /api/logs`. */
export async function readLogRows(
  { services, user }: PersonContext,
  position: LogPosition | null,
): Promise<Stream<LogRow>> {
  const { items } = await services.logto.auditLogs.list({
    userId: user.id,
    pageSize,
    ...(position && { endTime: position.at }),
  });
  const done = new Set(position?.done);
  return {
    rows: items.filter(({ id }) => !done.has(id)).map((log) => toRow(log, user.id)),
    isComplete: items.length < pageSize,
  };
}

function toRow({ id, key, payload, createdAt: at }: AuditLog, personId: string): LogRow {
  const { userId, ip, userAgent, applicationId, signInContext } = Payload.parse(payload);
  const shown = userId === personId ? describeLog(key, payload.result) : undefined;
  const place = [signInContext?.city, signInContext?.country].filter(Boolean).join(', ');
  return {
    id,
    at,
    item: shown && {
      ...shown,
      id: `sign-in-${id}`,
      at,
      source: 'sign-in',
      by: 'you',
      device: deviceName(userAgent),
      network: coarse(ip),
      place: place.slice(0, 100) || null,
      application: applicationId ? { id: applicationId, name: applicationId } : null,
    },
  };
}
