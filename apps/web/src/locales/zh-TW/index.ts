import type { Messages } from '../messages.ts';
import { auth } from './auth.ts';
import { errors } from './errors.ts';
import { overview } from './overview.ts';
import { profile } from './profile.ts';
import { shell } from './shell.ts';
import { tokens } from './tokens.ts';

export const zhTW: Messages = { auth, errors, overview, profile, shell, tokens };
