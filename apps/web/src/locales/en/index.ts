import { auth } from './auth.ts';
import { errors } from './errors.ts';
import { overview } from './overview.ts';
import { profile } from './profile.ts';
import { shell } from './shell.ts';
import { tokens } from './tokens.ts';

/** The source of all texts; its keys are the keys that exist. */
export const en = { auth, errors, overview, profile, shell, tokens };
