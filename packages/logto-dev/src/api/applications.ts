import type Router from '@koa/router';
import { z } from 'zod';
import { hasSecrets, newApplication, newApplicationSecret } from '../applications.ts';
import { newId } from '../ids.ts';
import type { Application, State } from '../state.ts';
import { ApplicationDraft, ApplicationPatch } from './applications-schema.ts';
import { RequestError } from './errors.ts';
import { answer, type Context, jsonObject, param, readBody, readQuery } from './guard.ts';
import { readPage } from './pagination.ts';
import { invalidSearch, searchIn } from './search.ts';

const ApplicationType = z.enum(['Native', 'SPA', 'Traditional', 'MachineToMachine', 'Protected', 'SAML']);
const ApplicationFilter = z.object({
  types: z.union([ApplicationType.transform((type) => [type]), z.array(ApplicationType)]).optional(),
  excludeRoleId: z.string().optional(),
  excludeOrganizationId: z.string().optional(),
  isThirdParty: z.enum(['true', 'false']).optional(),
});

export function addApplicationRoutes(router: Router, state: State) {
  addReads(router, state);
  addPresentation(router, state);
  addWrites(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    '/applications',
    answer((ctx) => {
      const isUnpaged = !ctx.query.page && !ctx.query.page_size;
      const applications = [...state.applications.values()]
        .filter(filterOf(ctx))
        .sort((a, b) => b.createdAt - a.createdAt);
      return (isUnpaged ? applications : readPage(ctx).of(applications)).map(applicationJson);
    }),
  );

  router.get(
    '/applications/:id',
    answer((ctx) => ({ ...applicationJson(getApplication(state, param(ctx, 'id'))), isAdmin: false })),
  );
}

function filterOf(ctx: Context) {
  const query = readQuery(ctx, ApplicationFilter);
  const { types, excludeRoleId, excludeOrganizationId, isThirdParty } = query;
  if (excludeRoleId && excludeOrganizationId) throw invalidSearch();
  const fits = searchIn(['id', 'name', 'description'], ctx.URL.searchParams);
  return (application: Application) =>
    (!types || types.includes(application.type)) &&
    (!excludeRoleId || !application.roleIds.includes(excludeRoleId)) &&
    (!isThirdParty || application.isThirdParty === (isThirdParty === 'true')) &&
    fits(application);
}

function addPresentation(router: Router, state: State) {
  router.get(
    '/applications/:id/sign-in-experience',
    answer((ctx) => {
      const { id, display } = getApplication(state, param(ctx, 'id'));
      if (!display) throw new RequestError('entity.not_exists_with_id', 404);
      const { displayName, logoUrl, darkLogoUrl, termsOfUseUrl, privacyPolicyUrl } = display;
      return {
        tenantId: 'default',
        applicationId: id,
        color: {},
        branding: { logoUrl, darkLogoUrl },
        customCss: null,
        termsOfUseUrl: termsOfUseUrl ?? null,
        privacyPolicyUrl: privacyPolicyUrl ?? null,
        displayName: displayName ?? null,
      };
    }),
  );
}

function addWrites(router: Router, state: State) {
  router.post(
    '/applications',
    answer(async (ctx) => {
      const draft = await readBody(ctx, ApplicationDraft);
      if (draft.isThirdParty) assertThirdParty(draft.type, draft.customClientMetadata?.allowTokenExchange);
      const secrets = hasSecrets(draft.type) ? [newApplicationSecret()] : [];
      const application = newApplication({ id: newId(), secrets, ...draft });
      state.applications.set(application.id, application);
      return applicationJson(application);
    }),
  );

  router.patch(
    '/applications/:id',
    answer(async (ctx) => {
      const patch = await readBody(ctx, ApplicationPatch);
      const application = getApplication(state, param(ctx, 'id'));
      if (application.isThirdParty)
        assertThirdParty(application.type, patch.customClientMetadata?.allowTokenExchange);
      return applicationJson(Object.assign(application, patch));
    }),
  );

  router.patch(
    '/applications/:id/custom-data',
    answer(async (ctx) => {
      const customData = await readBody(ctx, jsonObject);
      const application = state.applications.get(param(ctx, 'id'));
      if (!application) throw new RequestError('entity.not_exists', 404);
      application.customData = { ...application.customData, ...customData };
      return application.customData;
    }),
  );

  router.delete(
    '/applications/:id',
    answer((ctx) => {
      state.applications.delete(getApplication(state, param(ctx, 'id')).id);
    }),
  );
}

function assertThirdParty(type: Application['type'], allowTokenExchange: boolean | undefined) {
  if (type === 'MachineToMachine') throw new RequestError('application.invalid_third_party_application_type');
  if (allowTokenExchange)
    throw new RequestError('application.third_party_application_cannot_enable_token_exchange', 422);
}

/** Throws 404 `entity.not_exists_with_id`. */
export function getApplication(state: State, id: string): Application {
  const application = state.applications.get(id);
  if (!application) throw new RequestError('entity.not_exists_with_id', 404);
  return application;
}

/** Secrets are never part of it: they have an endpoint of their own. */
export const applicationJson = ({ secrets: _, display: __, roleIds: ___, ...application }: Application) => ({
  tenantId: 'default',
  ...application,
  protectedAppMetadata: null,
  appLevelAccessControlEnabled: false,
});
