import type { Messages } from '../messages.ts';
import { activity } from './activity.ts';
import { apps } from './apps.ts';
import { auth } from './auth.ts';
import { codes } from './codes.ts';
import { devices } from './devices.ts';
import { errors } from './errors.ts';
import { organizations } from './organizations.ts';
import { overview } from './overview.ts';
import { profile } from './profile.ts';
import { shell } from './shell.ts';
import { social } from './social.ts';
import { stepUp } from './step-up.ts';
import { tokens } from './tokens.ts';

export const zhTW: Messages = {
  activity,
  auth,
  codes,
  errors,
  overview,
  apps,
  devices,
  organizations,
  social,
  profile,
  shell,
  stepUp,
  tokens,
};
