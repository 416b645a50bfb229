import type Router from '@koa/router';
import type { Application, State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, type Context, param } from './guard.ts';
import { readPage } from './pagination.ts';

export function addApplicationRoutes(router: Router, state: State) {
  router.get(
    '/applications',
    answer((ctx) => {
      const applications = [...state.applications.values()].sort((a, b) => b.createdAt - a.createdAt);
      const isUnpaged = !ctx.query.page && !ctx.query.page_size;
      return (isUnpaged ? applications : readPage(ctx).of(applications)).map(toJson);
    }),
  );

  router.get(
    '/applications/:id',
    answer((ctx) => toJson(applicationOf(ctx, state))),
  );

  router.get(
    '/applications/:id/sign-in-experience',
    answer((ctx) => {
      const { id, display } = applicationOf(ctx, state);
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

function applicationOf(ctx: Context, state: State) {
  const application = state.applications.get(param(ctx, 'id'));
  if (!application) throw new RequestError('entity.not_exists_with_id', 404);
  return application;
}

const toJson = (application: Application) => ({
  tenantId: 'default',
  id: application.id,
  name: application.name,
  secret: application.secret ?? '',
  description: null,
  type: application.type,
  oidcClientMetadata: {
    redirectUris: application.redirectUris,
    postLogoutRedirectUris: application.postLogoutRedirectUris,
    backchannelLogoutUri: application.backchannelLogoutUri,
    backchannelLogoutSessionRequired: application.backchannelLogoutSessionRequired,
  },
  customClientMetadata: { allowTokenExchange: application.allowTokenExchange },
  protectedAppMetadata: null,
  customData: {},
  isThirdParty: application.isThirdParty,
  createdAt: application.createdAt,
});
