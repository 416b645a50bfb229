import type { ApplicationSettings } from '@account/logto-mgmt';
import { z } from 'zod';

/** Our key in the custom data of the applications: resources and roles have no room for a mark of ours. */
const key = 'accountSettings';

/** By which an application of ours is known again. */
const Mark = z.object({ part: z.enum(['web', 'server', 'support']), resource: z.string() });
export type Mark = z.infer<typeof Mark>;

/**
 * Kept with the application of the server, before anything else is made: what this command made, so that it can take
 * away that and nothing else, and the address it was made for.
 */
const Record = Mark.extend({ publicUrl: z.string(), made: z.array(z.string()) });
export type Record = z.infer<typeof Record>;

export const isMarked = ({ customData }: ApplicationSettings, mark: Mark) => {
  const { data } = Mark.safeParse(customData[key]);
  return data?.part === mark.part && data.resource === mark.resource;
};

export const readRecord = (server: ApplicationSettings | undefined): Record | undefined =>
  Record.safeParse(server?.customData[key]).data;

/** The custom data of an application with its mark or record, or without. */
export function withMark(
  { customData }: Pick<ApplicationSettings, 'customData'>,
  mark: Mark | Record | undefined,
) {
  const { [key]: _, ...others } = customData;
  return mark ? { ...others, [key]: mark } : others;
}

export const markField = `customData.${key}`;
