import type Router from '@koa/router';
import { z } from 'zod';
import type { Log, State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, param, readQuery } from './guard.ts';
import { readPage } from './pagination.ts';

const text = z.string().optional();
const time = z.coerce.number().optional();

const LogFilter = z.object({
  userId: text,
  applicationId: text,
  logKey: text,
  enableCap: text,
  start_time: time,
  end_time: time,
});

export function addLogRoutes(router: Router, state: State) {
  router.get(
    '/logs',
    answer((ctx) => {
      const page = readPage(ctx);
      const { userId, applicationId, logKey, start_time: start, end_time: end } = readQuery(ctx, LogFilter);
      if (start !== undefined && end !== undefined && start > end)
        throw new RequestError('log.invalid_time_window');
      const logs = state.logs.filter(
        ({ key, payload, createdAt }) =>
          !key.startsWith('TriggerHook.') &&
          (!logKey || key === logKey) &&
          (!userId || payload.userId === userId) &&
          (!applicationId || payload.applicationId === applicationId) &&
          (start === undefined || createdAt >= start) &&
          (end === undefined || createdAt <= end),
      );
      return page.of(logs.reverse().sort((a, b) => b.createdAt - a.createdAt)).map(toJson);
    }),
  );

  router.get(
    '/logs/:id',
    answer((ctx) => {
      const id = param(ctx, 'id');
      const log = state.logs.find((candidate) => candidate.id === id);
      if (!log) throw new RequestError('entity.not_exists_with_id', 404);
      return toJson(log);
    }),
  );
}

const toJson = (log: Log) => ({ tenantId: 'default', ...log });
