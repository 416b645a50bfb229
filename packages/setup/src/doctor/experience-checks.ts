import type { Facts } from './facts.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

/** What the tenant lets people do at all. Nothing here is wrong, but some of it may not be meant. */
export const experienceChecks: ((facts: Facts) => Finding)[] = [
  checkEmailConnector,
  checkSmsConnector,
  checkMfa,
  checkPasswordPolicy,
  checkAccountCenter,
];

function checkEmailConnector({ connectors }: Facts): Finding {
  if (connectors.some(({ type }) => type === 'Email'))
    return ok('connector.email', 'Codes can be sent by email.');
  return warn(
    'connector.email',
    "No email can be sent, so no address can be confirmed. Add a connector in Logto's console.",
  );
}

function checkSmsConnector({ connectors, experience }: Facts): Finding {
  if (connectors.some(({ type }) => type === 'Sms')) return ok('connector.sms', 'Codes can be sent by SMS.');
  const isUsed = experience.signIn.methods.some(({ identifier }) => identifier === 'phone');
  if (!isUsed) return ok('connector.sms', 'Phone numbers are not used to sign in.');
  return warn(
    'connector.sms',
    "No SMS can be sent, so no phone number can be confirmed. Add a connector in Logto's console.",
  );
}

function checkMfa({ experience: { mfa } }: Facts): Finding {
  if (mfa.factors.length > 0) return ok('mfa', `Second steps: ${mfa.factors.join(', ')}.`);
  return warn('mfa', "Two-step verification is off. Enable factors in Logto's sign-in experience.");
}

/** Logto's own, where the tenant has set nothing. */
const defaultMinLength = 8;

function checkPasswordPolicy({ experience: { passwordPolicy }, canCheckPasswords }: Facts): Finding {
  if (!canCheckPasswords)
    return fail(
      'password',
      "Logto cannot ask api.pwnedpasswords.com which passwords have leaked, so nobody can set one. Let it out, or turn that off in Logto's password policy.",
    );
  const min = passwordPolicy.length?.min ?? defaultMinLength;
  const allowsLeaked = passwordPolicy.rejects?.pwned === false;
  if (min >= defaultMinLength && !allowsLeaked)
    return ok('password', `Passwords have ${min} characters or more.`);
  const what = allowsLeaked ? 'are not held against those that have leaked' : `may have ${min} characters`;
  return warn('password', `Passwords ${what}. Change the password policy in Logto's sign-in experience.`);
}

function checkAccountCenter({ accountCenter: { enabled, fields } }: Facts): Finding {
  if (!enabled) return ok('account-center', 'ACCOUNT_FIELD_RIGHTS decides what people may change.');
  if (Object.values(fields).some((right) => right === 'Edit'))
    return ok('account-center', "Logto's account center decides what people may change.");
  return warn(
    'account-center',
    "Logto's account center lets nobody change anything. Open fields there, or disable it.",
  );
}
