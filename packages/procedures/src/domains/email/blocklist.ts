import type { SignInExperience } from '@account/logto-mgmt';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

type Policy = SignInExperience['emailBlocklistPolicy'];

/**
 * Whether the tenant lets people have this address (in lower case). The Management API does not ask; Logto's own
 * account pages do. Throw-away addresses are known to Logto Cloud only: here a list that comes with a library stands in.
 */
export function isAllowedEmail(email: string, policy: Policy): boolean {
  const { blockSubaddressing, customAllowlist = [], customBlocklist = [], blockDisposableAddresses } = policy;
  const [local = '', domain = ''] = email.split('@');
  if (blockSubaddressing && local.includes('+')) return false;
  if (customAllowlist.length > 0 && !customAllowlist.some((item) => covers(item, email))) return false;
  if (customBlocklist.some((item) => covers(item, email))) return false;
  return !(blockDisposableAddresses && isDisposable(domain));
}

/** `item`: an address, or a domain with its `@`; `*` stands for any text. */
function covers(item: string, email: string): boolean {
  const wanted = item.toLowerCase();
  const [pattern, texts] = wanted.startsWith('@')
    ? [wanted, spellings(email).map((text) => text.slice(text.indexOf('@')))]
    : [isGmail(email) ? withoutDots(wanted) : wanted, spellings(email)];
  return texts.some((text) => fits(pattern, text));
}

const gmailDomains = ['@gmail.com', '@googlemail.com'];

function isGmail(email: string) {
  return gmailDomains.some((domain) => email.endsWith(domain));
}

/** One mailbox of Gmail has two domains, and dots make no difference to it. */
function spellings(email: string): string[] {
  if (!isGmail(email)) return [email];
  const [local = ''] = email.split('@');
  return gmailDomains.map((domain) => withoutDots(local) + domain);
}

function withoutDots(address: string) {
  const [local = '', ...domain] = address.split('@');
  return [local.replaceAll('.', ''), ...domain].join('@');
}

/** Part by part rather than as a regular expression, which could be made to backtrack for ever. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

let disposableDomains: Set<string> | undefined;

/** A domain of the list, or one below it. */
function isDisposable(domain: string): boolean {
  disposableDomains ??= disposableEmailBlocklistSet();
  const labels = domain.split('.');
  return labels.some((_, index) => disposableDomains?.has(labels.slice(index).join('.')));
}
