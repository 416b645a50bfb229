import type Router from '@koa/router';
import { z } from 'zod';
import { hasSecrets, newApplicationSecret } from '../applications.ts';
import type { Application, ApplicationSecret, State } from '../state.ts';
import { getApplication } from './applications.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody } from './guard.ts';

const name = z.string().min(1).max(256);
const SecretDraft = z.object({ name, expiresAt: z.number().nullable().default(null) });

const path = '/applications/:id/secrets';

export function addApplicationSecretRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const application = getApplication(state, param(ctx, 'id'));
      return application.secrets.map((secret) => toJson(application, secret));
    }),
  );
  addWrites(router, state);
}

function addWrites(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const draft = await readBody(ctx, SecretDraft);
      if (draft.expiresAt !== null && draft.expiresAt <= Date.now())
        throw new RequestError('request.invalid_input');
      const application = getApplication(state, param(ctx, 'id'));
      if (!hasSecrets(application.type)) throw new RequestError('entity.db_constraint_violated', 422);
      assertNameFree(application, draft.name);
      const secret = newApplicationSecret(draft);
      application.secrets.push(secret);
      ctx.status = 201;
      return toJson(application, secret);
    }),
  );

  router.patch(
    `${path}/:name`,
    answer(async (ctx) => {
      const patch = await readBody(ctx, z.object({ name }));
      const application = getApplication(state, param(ctx, 'id'));
      const secret = application.secrets.find((each) => each.name === param(ctx, 'name'));
      if (!secret) throw new RequestError('entity.not_exists', 404);
      if (patch.name !== secret.name) assertNameFree(application, patch.name);
      return toJson(application, Object.assign(secret, patch));
    }),
  );

  router.delete(
    `${path}/:name`,
    answer((ctx) => {
      const application = getApplication(state, param(ctx, 'id'));
      const left = application.secrets.filter((each) => each.name !== param(ctx, 'name'));
      if (left.length === application.secrets.length) throw notFound();
      application.secrets = left;
    }),
  );
}

function assertNameFree({ secrets }: Application, wanted: string) {
  if (secrets.some((secret) => secret.name === wanted))
    throw new RequestError('application.secret_name_exists', 422);
}

const toJson = ({ id }: Application, secret: ApplicationSecret) => ({
  tenantId: 'default',
  applicationId: id,
  ...secret,
});
