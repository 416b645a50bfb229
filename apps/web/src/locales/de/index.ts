import type { Messages } from '../messages.ts';
import { account } from './account.ts';
import { activity } from './activity.ts';
import { apps } from './apps.ts';
import { auth } from './auth.ts';
import { codes } from './codes.ts';
import { comeBack } from './come-back.ts';
import { devices } from './devices.ts';
import { errors } from './errors.ts';
import { mfa } from './mfa.ts';
import { organizations } from './organizations.ts';
import { overview } from './overview.ts';
import { profile } from './profile.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { social } from './social.ts';
import { stepUp } from './step-up.ts';
import { tokens } from './tokens.ts';

export const de: Messages = {
  account,
  activity,
  auth,
  codes,
  comeBack,
  errors,
  overview,
  apps,
  devices,
  organizations,
  social,
  profile,
  shell,
  signIn,
  mfa,
  stepUp,
  tokens,
};
