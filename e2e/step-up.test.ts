import { demoPassword } from '@account/logto-dev';
import { describe, expect, it } from 'vitest';
import { confirmWithPassword } from './confirm.ts';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

const dialog = () => page.getByRole('dialog');
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const question = () => page.getByRole('dialog', { name: 'Confirm that it is you' });
const newEmail = () => dialog().getByRole('textbox', { name: 'New email' });
const username = () => dialog().getByRole('textbox', { name: 'Username' });
const sentTo = (address: string) =>
  stack.logto.state.inbox.filter((message) => message.address === address).map(({ code }) => code);
const isAsked = () => page.waitForRequest((request) => request.url().endsWith('/trpc/email.start'));

async function open(path: string, person: string, options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto(path);
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function changeEmail(address: string) {
  await page.goto('/sign-in/email');
  await newEmail().fill(address);
  await button('Continue').click();
}

/** Sofia has nothing but her social account. */
async function signInAsSofia() {
  await page.getByRole('link', { name: /Sofia/ }).click();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

async function openAsSofia(path: string) {
  page = await stack.newPage();
  await page.goto(path);
  await signInAsSofia();
  await page.getByRole('heading', { level: 1, name: 'Sign-in' }).waitFor();
}

describe('the question who somebody is', () => {
  it('comes once, lets the change go on by itself, and holds for the next one', async () => {
    await open('/', 'ada');
    await changeEmail('first@new.example');
    await question().waitFor();
    await dialog().getByText('You are then not asked again for 10 minutes.').waitFor();
    await dialog().getByRole('textbox', { name: 'Password' }).fill('not it');
    await page.keyboard.press('Enter');
    await dialog().getByText('This is not your password.').waitFor();
    await confirmWithPassword(page);
    await dialog().getByRole('textbox', { name: 'Code' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Change Email' }).click();
    await newEmail().fill('second@new.example');
    const [call] = await Promise.all([isAsked(), button('Continue').click()]);
    expect(call.headers()['x-step-up']).toBeTruthy();
    await dialog().getByRole('textbox', { name: 'Code' }).waitFor();
    expect(sentTo('second@new.example')).toHaveLength(1);
  });

  it('has its buttons one above the other on a phone, the one that goes on first', async () => {
    await open('/', 'ada', { viewport: { width: 320, height: 640 } });
    await changeEmail('narrow@new.example');
    const names = ['Confirm', 'Cancel', 'Use another way'];
    const boxes = await Promise.all(names.map((name) => button(name).boundingBox()));
    expect(new Set(boxes.map((box) => `${box?.x} ${box?.width}`)).size).toBe(1);
    const tops = boxes.map((box) => box?.y ?? 0);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(tops).size).toBe(names.length);
  });

  it('can be left unanswered: nothing happens, nothing is said, nothing typed is lost', async () => {
    await open('/', 'ada');
    await changeEmail('third@new.example');
    await question().waitFor();
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'hidden' });
    expect(await newEmail().inputValue()).toBe('third@new.example');
    expect(await dialog().getByRole('alert').filter({ visible: true }).count()).toBe(0);
    expect(sentTo('third@new.example')).toHaveLength(0);
    await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('Continue');
  });

  it('is kept in memory only, so that a page that is loaded again asks again', async () => {
    await open('/', 'ada');
    await changeEmail('fourth@new.example');
    await confirmWithPassword(page);
    await dialog().getByRole('textbox', { name: 'Code' }).waitFor();
    const stored = await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })');
    expect(stored).not.toContain('step-up');
    await changeEmail('fifth@new.example');
    await question().waitFor();
  });

  it('can be answered with a code, which is sent when asked for and not again on a second look', async () => {
    await open('/', 'olga');
    const choose = async () => {
      await question().waitFor();
      await button('Use another way').click();
      await dialog().getByRole('button', { name: 'With a code to o••@harbor.example' }).click();
    };
    await changeEmail('olga@new.example');
    await choose();
    expect(sentTo('olga@harbor.example')).toHaveLength(0);
    await button('Send code').click();
    await dialog().getByText('We sent a code to o••@harbor.example.').waitFor();
    await dialog()
      .getByText(/You can ask for another code in \d+ seconds\./)
      .waitFor();
    await question().getByRole('button', { name: 'Cancel' }).click();
    await button('Continue').click();
    await choose();
    await dialog().getByText('We sent a code to o••@harbor.example.').waitFor();
    const [code = '', ...more] = sentTo('olga@harbor.example');
    expect(more).toEqual([]);
    await dialog().getByRole('textbox', { name: 'Code' }).focus();
    await page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
    await expect.poll(() => sentTo('olga@new.example').length).toBe(1);
  });
});

describe('a person who can only sign in anew', () => {
  it('confirms that way, and finds what they were doing', async () => {
    await openAsSofia('/sign-in/username');
    await username().fill('sofia_k');
    await button('Save').click();
    await question().waitFor();
    await button('Go to sign-in').click();
    await signInAsSofia();
    await page.getByText('You have confirmed that it is you.').waitFor();
    expect(await username().inputValue()).toBe('sofia_k');
    await button('Save').click();
    await page.getByText('Your username is now sofia_k.').waitFor();
  });

  it('who turns back instead is still signed in, and nothing was changed', async () => {
    await openAsSofia('/sign-in/email');
    await newEmail().fill('sofia@new.example');
    await button('Continue').click();
    await button('Go to sign-in').click();
    await page.getByRole('link', { name: /Sofia/ }).waitFor();
    await page.goBack();
    await newEmail().waitFor();
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1, name: 'Sign-in' }).waitFor();
    expect(sentTo('sofia@new.example')).toHaveLength(0);
  });

  it('does not confirm for somebody else who signs in there', async () => {
    await openAsSofia('/sign-in/email');
    await newEmail().fill('sofia@new.example');
    await button('Continue').click();
    await button('Go to sign-in').click();
    await signIn(page, 'ben', demoPassword);
    await page.getByText('Somebody else has signed in. Nothing was changed.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await changeEmail('ben@new.example');
    await question().waitFor();
    expect(sentTo('ben@new.example')).toHaveLength(0);
  });
});
