import { z } from 'zod';
import { CliError } from './io.ts';

/** What was given at the command line, or a {@link CliError} that names every option that is wrong. */
export function parse<Schema extends z.core.$ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const { success, data, error } = z.safeParse(schema, given);
  if (success) return data;
  throw new CliError(error.issues.map(({ path, message }) => `${optionName(path)}: ${message}`).join('\n'));
}

const optionName = (path: PropertyKey[]) =>
  `--${String(path.at(-1)).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
