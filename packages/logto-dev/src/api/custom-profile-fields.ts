import type Router from '@koa/router';
import { z } from 'zod';
import { newId } from '../ids.ts';
import type { CustomProfileField, State } from '../state.ts';
import { FieldDraft, FieldUpdate } from './custom-profile-fields-schema.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody } from './guard.ts';
import { assertUniqueNames } from './profile-fields.ts';

const FieldOrder = z.object({ order: z.array(z.object({ name: z.string(), sieOrder: z.number() })) });

const reservedNames: Record<string, string[]> = {
  name_conflict_built_in_prop: ['preferredUsername'],
  name_conflict_custom_data: [
    'onboarding',
    'ossOnboarding',
    'guideRequests',
    'adminConsolePreferences',
    'defaultTenantId',
  ],
  name_conflict_sign_in_identifier: ['username', 'primaryEmail', 'primaryPhone', 'email', 'phone'],
};

function demand(holds: boolean, code: string) {
  if (!holds) throw new RequestError(`custom_profile_fields.${code}`);
}

const path = '/custom-profile-fields';

export function addCustomProfileFieldRoutes(router: Router, state: State) {
  addReads(router, state);
  addCreations(router, state);
  addChanges(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    path,
    answer(() => profileFieldsJson(state)),
  );

  router.get(
    `${path}/:name`,
    answer((ctx) => toJson(getField(state, param(ctx, 'name')))),
  );
}

function addCreations(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const [field] = addFields(state, [await readBody(ctx, FieldDraft)]);
      ctx.status = 201;
      return field;
    }),
  );

  router.post(
    `${path}/batch`,
    answer(async (ctx) => {
      const fields = addFields(state, await readBody(ctx, z.array(FieldDraft).max(20)));
      ctx.status = 201;
      return fields;
    }),
  );
}

function addChanges(router: Router, state: State) {
  router.put(
    `${path}/:name`,
    answer(async (ctx) => {
      const update = await readBody(ctx, FieldUpdate);
      const name = param(ctx, 'name');
      checkField(name, update, true);
      const field = findField(state, name);
      if (!field) throw new RequestError('entity.not_exists', 404);
      return toJson(Object.assign(field, update));
    }),
  );

  router.delete(
    `${path}/:name`,
    answer((ctx) => {
      const { name } = getField(state, param(ctx, 'name'));
      state.customProfileFields = state.customProfileFields.filter((field) => field.name !== name);
      forget(state.signInExperience, 'signUpProfileFields', name);
      forget(state.accountCenter, 'profileFields', name);
    }),
  );

  router.post(
    `${path}/properties/sie-order`,
    answer(async (ctx) => {
      const { order } = await readBody(ctx, FieldOrder);
      assertUniqueNames(order);
      const places = order.map(({ name, sieOrder }) => ({ field: findField(state, name), sieOrder }));
      for (const { field } of places) demand(field !== undefined, 'entity_not_exists_with_names');
      for (const { field, sieOrder } of places) if (field) field.sieOrder = sieOrder;
      return profileFieldsJson(state);
    }),
  );
}

/** In the order in which a sign-up page shows them. */
export const profileFieldsJson = (state: State) =>
  [...state.customProfileFields].sort((a, b) => a.sieOrder - b.sieOrder).map(toJson);

const toJson = (field: CustomProfileField) => ({ tenantId: 'default', ...field });

const findField = (state: State, name: string) =>
  state.customProfileFields.find((field) => field.name === name);

function getField(state: State, name: string) {
  const field = findField(state, name);
  if (!field) throw notFound();
  return field;
}

function addFields(state: State, drafts: z.infer<typeof FieldDraft>[]) {
  for (const draft of drafts) checkField(draft.name, draft, false);
  const names = [...state.customProfileFields, ...drafts].map(({ name }) => name);
  if (new Set(names).size < names.length) throw new RequestError('custom_profile_fields.name_exists', 422);
  return drafts.map((draft) => {
    const field = {
      id: newId(),
      label: '',
      description: null,
      config: {},
      ...draft,
      sieOrder: Math.max(0, ...state.customProfileFields.map(({ sieOrder }) => sieOrder)) + 1,
      createdAt: Date.now(),
    };
    state.customProfileFields.push(field);
    return toJson(field);
  });
}

/** Logto is stricter when a field is changed than when it is made. */
function checkField(name: string, field: FieldUpdate, isStrict: boolean) {
  demand(/^[\dA-Za-z]+$/.test(name), 'invalid_name');
  for (const [code, names] of Object.entries(reservedNames)) demand(!names.includes(name), code);
  const { type, config } = field;
  if (type === 'Text') demand(isRange(config?.minLength, config?.maxLength), 'invalid_min_max_input');
  if (type === 'Number') demand(isRange(config?.minValue, config?.maxValue), 'invalid_min_max_input');
  if (type === 'Address') demand(config.parts.length > 0, 'invalid_address_components');
  if (type === 'Fullname') demand(config.parts.length > 0, 'invalid_fullname_components');
  if (type === 'Address' || type === 'Fullname')
    for (const part of config.parts)
      demand(part.type !== 'Address' && part.type !== 'Fullname', 'invalid_sub_component_type');
  if (!isStrict) return;
  if (type === 'Checkbox') demand(config !== undefined, 'invalid_default_value');
  if (type === 'Select') demand(config.options.length > 0, 'invalid_options');
  if (type === 'Regex') demand(isRegExp(config.format), 'invalid_regex_format');
}

const isRange = (min: number | undefined, max: number | undefined) =>
  min === undefined || max === undefined || min <= max;

function isRegExp(text: string) {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function forget(settings: State['accountCenter'], key: string, name: string) {
  const references = z.array(z.object({ name: z.string() })).safeParse(settings[key]);
  if (references.success) settings[key] = references.data.filter((reference) => reference.name !== name);
}
