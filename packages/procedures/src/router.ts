import { account } from './domains/account/router.ts';
import { activity } from './domains/activity/router.ts';
import { apps } from './domains/apps/router.ts';
import { email } from './domains/email/router.ts';
import { enterprise } from './domains/enterprise/router.ts';
import { lifecycle } from './domains/lifecycle/router.ts';
import { mfa } from './domains/mfa/router.ts';
import { organizations } from './domains/organizations/router.ts';
import { password } from './domains/password/router.ts';
import { phone } from './domains/phone/router.ts';
import { profile } from './domains/profile/router.ts';
import { sessions } from './domains/sessions/router.ts';
import { social } from './domains/social/router.ts';
import { stepUp } from './domains/step-up/router.ts';
import { support } from './domains/support/router.ts';
import { tokens } from './domains/tokens/router.ts';
import { username } from './domains/username/router.ts';
import { t } from './trpc/init.ts';

/** Every domain of the account; one line each. */
export const appRouter = t.router({
  account,
  activity,
  email,
  password,
  phone,
  lifecycle,
  mfa,
  profile,
  social,
  enterprise,
  sessions,
  apps,
  organizations,
  stepUp,
  support,
  username,
  tokens,
});
export type AppRouter = typeof appRouter;
