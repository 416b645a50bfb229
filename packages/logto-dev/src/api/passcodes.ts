import { z } from 'zod';
import { newCode } from '../ids.ts';
import { comparablePhone } from '../phone.ts';
import { isJsonObject, type State } from '../state.ts';
import { RequestError } from './errors.ts';

/** Where a code goes, spelled exactly as it was asked for: Logto compares the text as it is. */
export type Recipient = { email: string } | { phone: string };

const sendLimit = 10;
const sendWindowMs = 600_000;
/** More than a developer looks at, and still little memory. */
const inboxLimit = 1000;

const VerificationCodePolicy = z.object({
  expirationDuration: z.number().default(600),
  maxRetryAttempts: z.number().default(10),
});

/**
 * Makes a code of the template `type` and puts it into the inbox. An older code of that type for the address dies.
 * Throws 429 `request.message_rate_limited` and 501 `connector.not_found`; in the latter case the code exists.
 */
export function sendCode(state: State, recipient: Recipient, type: string) {
  const address = 'email' in recipient ? recipient.email : recipient.phone;
  const channel = 'email' in recipient ? 'email' : 'sms';
  const createdAt = Date.now();
  const key = canonicalRecipient(address);
  const sends = (state.sends.get(key) ?? []).filter((time) => time > createdAt - sendWindowMs);
  if (sends.length >= sendLimit) throw new RequestError('request.message_rate_limited', 429);

  const code = newCode();
  state.passcodes = state.passcodes.filter(
    (passcode) => !passcode.consumed && !isLive(passcode, address, type),
  );
  state.passcodes.push({ address, code, type, tries: 0, consumed: false, createdAt });

  const connectorType = channel === 'email' ? 'Email' : 'Sms';
  if (![...state.connectors.values()].some((connector) => connector.type === connectorType))
    throw new RequestError('connector.not_found', 501);
  state.inbox.push({ address, channel, code, type, createdAt });
  if (state.inbox.length > inboxLimit) state.inbox.shift();
  state.sends.set(key, [...sends, createdAt]);
}

/** A right code is used up. Throws 400 `verification_code.not_found | expired | exceed_max_try | code_mismatch`. */
export function verifyCode(
  state: State,
  recipient: Recipient,
  { code, type }: { code: string; type: string },
) {
  const address = 'email' in recipient ? recipient.email : recipient.phone;
  const { verificationCodePolicy: stored } = state.signInExperience;
  const policy = VerificationCodePolicy.parse(isJsonObject(stored) ? stored : {});
  const passcode = state.passcodes.find((candidate) => isLive(candidate, address, type));
  if (!passcode) throw new RequestError('verification_code.not_found');
  if (passcode.createdAt + policy.expirationDuration * 1000 < Date.now())
    throw new RequestError('verification_code.expired');
  if (passcode.tries >= policy.maxRetryAttempts) throw new RequestError('verification_code.exceed_max_try');
  if (passcode.code !== code) {
    passcode.tries += 1;
    throw new RequestError('verification_code.code_mismatch');
  }
  passcode.consumed = true;
}

const isLive = (passcode: State['passcodes'][number], address: string, type: string) =>
  !passcode.consumed && passcode.address === address && passcode.type === type;

/** One person is one bucket, however the address is spelled. */
const canonicalRecipient = (address: string) =>
  address.includes('@') ? address.trim().toLowerCase() : comparablePhone(address);
