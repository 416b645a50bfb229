import { demoPassword, type State } from '@account/logto-dev';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, startStack, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

type User = State['users'] extends Map<string, infer Row> ? Row : never;

const stack = useStack();
let page: WatchedPage;

type Options = Parameters<Stack['newPage']>[0] & {
  at?: Stack;
  /** What the person has when they open the page. */
  factors?: User['mfaVerifications'];
};

async function open(path: string, person: string, { at = stack, factors, ...options }: Options = {}) {
  page = await at.newPage(options);
  userOf(person, at).mfaVerifications = [];
  await page.goto('/');
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (factors) userOf(person, at).mfaVerifications = factors;
  await at.tellOfChange(userOf(person, at).id);
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: 'Two-step verification' }).waitFor();
}

function userOf(username: string, at = stack): User {
  const user = [...at.logto.state.users.values()].find((row) => row.username === username);
  if (!user) throw new Error(`There is no ${username}`);
  return user;
}

const createdAt = new Date(Date.now() - 40 * 24 * 3600 * 1000).toISOString();
const app = (): User['mfaVerifications'][number] => ({
  id: 'app',
  type: 'Totp',
  key: new Secret({ size: 20 }).base32,
  createdAt,
});
const codes = (left: number): User['mfaVerifications'][number] => ({
  id: 'codes',
  type: 'BackupCode',
  createdAt,
  codes: Array.from({ length: 10 }, (_, index) => ({
    code: `code${index}`,
    ...(index >= left && { usedAt: createdAt }),
  })),
});
const passkey = (id: string, name: string): User['mfaVerifications'][number] => ({
  id,
  type: 'WebAuthn',
  name,
  createdAt,
  lastUsedAt: createdAt,
  agent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
});

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const remove = (name: string) => page.getByRole('button', { name: `Remove: ${name}`, exact: true });
const codeField = () => dialog().getByRole('textbox', { name: 'Code of the app' });
const typesOf = (username: string) => userOf(username).mfaVerifications.map(({ type }) => type);

/** What the person's app shows, once it has the key of the page. */
async function currentCode() {
  const key = await dialog().getByRole('group', { name: 'Key' }).textContent();
  return new TOTP({ secret: Secret.fromBase32((key ?? '').replace(/\s/g, '')) }).generate();
}

async function begin() {
  await button('Continue').click();
  await confirmWithPassword(page);
  await codeField().waitFor();
}

describe('an authenticator app', () => {
  it('counts once a code of it was right, and backup codes go with it', async () => {
    await open('/two-step', 'ada');
    await page.getByRole('heading', { name: 'Two-step verification is off' }).waitFor();
    await link('Set up: Authenticator app').click();
    await begin();
    await dialog().getByRole('img', { name: 'QR code with the key' }).waitFor();
    await codeField().fill((await currentCode()) === '000000' ? '000001' : '000000');
    await dialog().getByText('This code is not right.').waitFor();
    expect(typesOf('ada')).toEqual([]);
    await expect.poll(() => codeField().inputValue()).toBe('');
    await page.keyboard.insertText(await currentCode());

    await page.getByRole('heading', { name: 'Now save backup codes' }).waitFor();
    expect(typesOf('ada')).toEqual(['Totp']);
    await button('Create codes').dblclick();
    await page.getByRole('heading', { name: 'Save your backup codes' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const [code = ''] = await dialog().getByRole('listitem').allTextContents();
    const [file] = await Promise.all([page.waitForEvent('download'), button('Download').click()]);
    expect(file.suggestedFilename()).toBe('backup-codes.txt');
    await dialog().getByRole('textbox').fill('none of them');
    await button('Finish').click();
    await dialog().getByText('This is none of the codes above.').waitFor();
    await dialog().getByRole('textbox').fill(` ${code.toUpperCase()} `);
    await button('Finish').click();
    await page.getByText('Your backup codes are saved.').waitFor();

    await page.getByRole('heading', { name: 'Two-step verification is on' }).waitFor();
    await page.getByText('10 codes left').waitFor();
    expect(typesOf('ada')).toEqual(['Totp', 'BackupCode']);
    expect(await page.content()).not.toContain(code);
  });

  it('is replaced without a gap: the former one counts until the new one does', async () => {
    const former = app();
    await open('/two-step/app', 'ben', { factors: [former, codes(10)] });
    await dialog().getByText('keeps working until the new one is confirmed').waitFor();
    await begin();
    expect(userOf('ben').mfaVerifications[0]).toEqual(former);
    await page.reload();
    await dialog().waitFor();
    expect(userOf('ben').mfaVerifications[0]).toEqual(former);
    await begin();
    await page.keyboard.insertText(await currentCode());
    await page.getByText('From now on, your new authenticator app is the one that works.').waitFor();
    expect(userOf('ben').mfaVerifications.filter(({ type }) => type === 'Totp')).not.toContainEqual(former);
    expect(typesOf('ben').sort()).toEqual(['BackupCode', 'Totp']);
  });

  it('takes the backup codes with it when it goes as the last one, and says so before', async () => {
    await open('/two-step', 'olga', { factors: [app(), codes(8)] });
    await remove('Authenticator app').click();
    await dialog().getByText('two-step verification is off afterwards').waitFor();
    await dialog().getByText('Your backup codes are removed with it.').waitFor();
    await button('Cancel').click();
    expect(typesOf('olga')).toEqual(['Totp', 'BackupCode']);
    await remove('Authenticator app').click();
    await button('Remove').click();
    await confirmWithPassword(page);
    await page.getByText('Removed: Authenticator app.').waitFor();
    await page.getByRole('heading', { name: 'Two-step verification is off' }).waitFor();
    expect(typesOf('olga')).toEqual([]);
  });
});

describe('backup codes', () => {
  it('are called for when few are left, and new ones take their place', async () => {
    await open('/two-step', 'erin', { factors: [app(), codes(2)] });
    await page.getByRole('heading', { name: 'Only 2 backup codes are left' }).waitFor();
    await link('New codes').first().click();
    await dialog().getByText('stop working at once').waitFor();
    await button('Create codes').click();
    await confirmWithPassword(page);
    await page.getByRole('heading', { name: 'Save your backup codes' }).waitFor();
    const [code = ''] = await dialog().getByRole('listitem').allTextContents();
    await dialog().getByRole('textbox').fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('10 codes left').waitFor();
    expect(await page.getByRole('heading', { name: /backup codes are left/ }).count()).toBe(0);
  });
});

async function plugInAuthenticator() {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
  });
  return {
    credentials: async () =>
      (await devTools.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

describe('passkeys', () => {
  it('are added on a page of Logto’s, and are there when the person comes back', async () => {
    // The one that is asked again is the one that has just read that there is none.
    const oneServer = await startStack({ DATABASE_URL: '', ACCOUNT_DATA_DIR: 'memory://' });
    try {
      await open('/two-step', 'ben', { at: oneServer, factors: [] });
      const ours = page.url();
      await link('Add: Passkey').click();
      await page.getByLabel('Name').fill('New laptop');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { name: 'Two-step verification is on' }).waitFor();
      await page.getByRole('listitem', { name: 'New laptop' }).waitFor();
      await link('Add: Another passkey').waitFor();
      expect(page.url()).toBe(ours);
    } finally {
      await oneServer.stop();
    }
  });

  it('are listed by name and device, and removed one by one, before a browser that could make some', async () => {
    await open('/two-step', 'erin', { factors: [passkey('one', 'Laptop'), passkey('two', 'Old phone')] });
    const authenticator = await plugInAuthenticator();
    await page.getByRole('listitem', { name: 'Laptop' }).getByText('Safari').waitFor();
    await remove('Old phone').click();
    await dialog().getByText('Delete it on your device too.').waitFor();
    await button('Remove').click();
    await confirmWithPassword(page);
    await page.getByText('Removed: Old phone.').waitFor();
    expect(userOf('erin').mfaVerifications.map(({ id }) => id)).toEqual(['one']);
    // Logto's Management API cannot register one, and a passkey of this site would be none of Logto's.
    expect(await authenticator.credentials()).toEqual([]);
  });

  it('that were removed elsewhere in the meantime are told of', async () => {
    await open('/two-step', 'erin', { factors: [passkey('one', 'Laptop'), passkey('two', 'Old phone')] });
    await remove('Old phone').click();
    userOf('erin').mfaVerifications = [passkey('one', 'Laptop')];
    await button('Remove').click();
    await confirmWithPassword(page);
    await dialog().getByText('This is no longer there.').waitFor();
  });
});

describe('a site', () => {
  it.each([
    { mfa: { factors: [], policy: 'NoPrompt' }, factors: [], says: 'No second step at this site', also: [] },
    {
      mfa: { factors: ['Totp', 'WebAuthn'], policy: 'Mandatory' },
      factors: [app()],
      says: 'Two-step verification is on',
      also: ['the last one can be replaced but not removed', 'You can add one when you sign in.'],
    },
  ])('that has its own rules about it says so: $says', async ({ mfa, factors, says, also }) => {
    const other = await startStack();
    try {
      Object.assign(other.logto.state.signInExperience, { mfa });
      Object.assign(other.logto.state.accountCenter, { enabled: false });
      await open('/two-step', 'ada', { at: other, factors });
      await page.getByRole('heading', { name: says }).waitFor();
      for (const text of also) await page.getByText(text).waitFor();
      expect(await remove('Authenticator app').count()).toBe(0);
      expect(await link('Add: Passkey').count()).toBe(0);
    } finally {
      await other.stop();
    }
  });
});
