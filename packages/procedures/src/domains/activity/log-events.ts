import type { ActivityItem } from './schemas.ts';

type Shown = Pick<ActivityItem, 'event' | 'outcome' | 'details'>;

/**
 * Logto's keys that mean something to a person, for one result each; the group is what `detail` is called after. A
 * sign-in alone is six rows or more, and every application asks for tokens all day: the rest is left out. So are
 * failures of `Interaction.SignIn.Submit`, by which Logto only asks for the second factor.
 */
const events: readonly {
  key: RegExp;
  result: 'Success' | 'Error';
  event: string;
  detail?: 'method' | 'type';
}[] = [
  { key: /^Interaction\.SignIn\.Submit$/, result: 'Success', event: 'sign-in.done' },
  {
    key: /^Interaction\.SignIn\.Verification\.(\w+)\.Submit$/,
    result: 'Error',
    event: 'sign-in.failed',
    detail: 'method',
  },
  { key: /^Interaction\.Register\.Submit$/, result: 'Success', event: 'account.registered' },
  { key: /^Interaction\.ForgotPassword\.Submit$/, result: 'Success', event: 'password.reset' },
  {
    key: /^Interaction\.ForgotPassword\.Verification\.(\w+)\.Submit$/,
    result: 'Error',
    event: 'password.reset-failed',
    detail: 'method',
  },
  {
    key: /^Interaction\.\w+\.BindMfa\.(\w+)\.Submit$/,
    result: 'Success',
    event: 'mfa.added',
    detail: 'type',
  },
  { key: /^ExchangeTokenBy\.(?:AuthorizationCode|DeviceCode)$/, result: 'Success', event: 'app.signed-in' },
  { key: /^ExchangeTokenBy\.TokenExchange$/, result: 'Success', event: 'token.exchanged' },
  { key: /^ExchangeTokenBy\.TokenExchange$/, result: 'Error', event: 'token.exchanged' },
  { key: /^RevokeToken$/, result: 'Success', event: 'app.signed-out' },
];

/** What a row of Logto's log is to a person, if anything. */
export function describeLog(key: string, result: string): Shown | undefined {
  for (const { event, detail, ...known } of events) {
    const match = known.result === result && known.key.exec(key);
    if (!match) continue;
    const value = match[1];
    return {
      event,
      outcome: result === 'Success' ? 'done' : 'refused',
      details: detail && value ? { [detail]: value.slice(0, 64) } : {},
    };
  }
  return undefined;
}
