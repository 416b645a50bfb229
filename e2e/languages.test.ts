import { demoPassword } from '@account/logto-dev';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Stack, signIn, type WatchedPage } from './stack.ts';
import { untranslated } from './untranslated.ts';
import { useStack } from './use-stack.ts';

const stack = useStack();
let page: WatchedPage;

const names = ['English', '繁體中文', '简体中文', '日本語', 'Deutsch', 'العربية'];
const paths = [
  ...['/', '/profile', '/organizations', '/social', '/devices', '/apps', '/tokens', '/activity', '/account'],
  ...['/sign-in', '/sign-in/username', '/sign-in/email', '/sign-in/password', '/two-step', '/two-step/app'],
  '/nothing-here',
];

function personOf(username: string) {
  const person = [...stack.logto.state.users.values()].find((user) => user.username === username);
  if (!person) throw new Error(`${username} is not there`);
  return person;
}

async function open(path: string, person: string, options: Parameters<Stack['newPage']>[0] = {}) {
  page = await stack.newPage(options);
  await page.goto(path);
  await signIn(page, person, demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** As a link of the app does, without loading it anew. */
async function visit(path: string) {
  await page.evaluate(`history.pushState(null, '', '${path}')`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

const language = () => page.evaluate<string>('document.documentElement.lang');
const isTooWide = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

describe('the language', () => {
  it.each([
    ['zh-Hant-HK', 'zh-TW', 'ltr'],
    ['zh-Hans', 'zh-CN', 'ltr'],
    ['pt ja en', 'ja', 'ltr'],
    ['de-AT', 'de', 'ltr'],
    ['ar-EG', 'ar', 'rtl'],
    ['tlh', 'en', 'ltr'],
  ])('that a link asks for as %s is %s, written %s', async (asked, tag, direction) => {
    page = await stack.newPage();
    await page.goto(`/return?ui_locales=${encodeURIComponent(asked)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await language()).toBe(tag);
    expect(await page.evaluate('document.documentElement.dir')).toBe(direction);
  });

  it('is chosen in the menu, in every tab at once, and stays', async () => {
    await open('/', 'ada');
    const other = await page.context().newPage();
    await other.goto('/devices');
    await other.getByRole('heading', { name: 'Devices', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Account menu' }).click();
    const choice = page.getByRole('combobox', { name: 'Language' });
    expect(await choice.getByRole('option').allTextContents()).toEqual(names);
    await choice.selectOption('العربية');
    await heading('نظرة عامة').waitFor();
    await other.getByRole('heading', { name: 'الأجهزة', level: 1 }).waitFor();
    await page.reload();
    await heading('نظرة عامة').waitFor();
  });

  it('that is chosen in the menu wins over the one that a link asked for', async () => {
    await open('/devices?ui_locales=de', 'ada');
    await heading('Geräte').waitFor();
    await page.getByRole('button', { name: 'Kontomenü' }).click();
    await page.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
    await heading('Devices').waitFor();
    await page.reload();
    await heading('Devices').waitFor();
  });

  it('of the profile is spoken where nobody chose another, from the first word on', async () => {
    const ada = personOf('ada');
    ada.profile = { ...ada.profile, locale: 'ja-JP' };
    await open('/profile', 'ada');
    await heading('個人情報').waitFor();
    await page.getByRole('button', { name: '言語を編集' }).click();
    await page.getByRole('combobox').selectOption('de');
    await page.getByRole('button', { name: '保存' }).click();
    await heading('Persönliche Daten').waitFor();

    await page.addInitScript(`
      window.spoken = [];
      new MutationObserver(() => window.spoken.push(document.documentElement.lang))
        .observe(document, { subtree: true, attributeFilter: ['lang'] });
    `);
    await page.reload();
    await heading('Persönliche Daten').waitFor();
    expect(await page.evaluate('[...new Set(window.spoken)]')).toEqual(['de']);
  });

  it('that cannot be loaded leaves no empty page, but says in all of them what to do', async () => {
    page = await stack.newPage({ locale: 'ja' });
    await page.route(/\/assets\/ja-/, (route) => route.abort());
    await page.goto('/return');
    await page.getByText('ページを開始できませんでした').waitFor();
    expect(await page.locator('#root p[lang]').count()).toBe(names.length);
    page.complaints.length = 0; // The browser notes that the file did not come.
  });
});

describe('in Arabic', () => {
  /** Dialogs without an address, by what opens them: delete, sign out, remove, unlink, create. */
  const questions = [
    ['/tokens', /^حذف/],
    ['/tokens', /^إنشاء/],
    ['/devices', /^تسجيل الخروج/],
    ['/apps', /^إزالة/],
    ['/social', /^إلغاء/],
    ['/account', /^حذف/],
    ['/account', /^إلغاء/],
  ] as const;

  beforeEach(() => {
    const { locale, ...profile } = personOf('ada').profile;
    personOf('ada').profile = profile;
  });

  it('no page and no question is wider than a phone', async () => {
    await open('/', 'ada', { locale: 'ar', viewport: { width: 320, height: 640 } });
    for (const path of paths) {
      await visit(path);
      expect(await isTooWide(), `${path} scrolls sideways`).toBe(false);
    }
    for (const [path, action] of questions) {
      await visit(path);
      await page.getByRole('main').getByRole('button', { name: action }).first().click();
      await page.getByRole('dialog').waitFor();
      expect(await isTooWide(), `${path}, ${action}`).toBe(false);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('a phone number reads from the left', async () => {
    await open('/sign-in', 'ada', { locale: 'ar' });
    await page.getByText('+1 202 555 0142', { exact: true }).waitFor();
    const [plus, lastDigit] = await page.evaluate<number[]>(`(() => {
      const number = document.evaluate('//main//text()[.="+1 202 555 0142"]', document, null, 9).singleNodeValue;
      return [0, number.length - 1].map((at) => {
        const range = document.createRange();
        range.setStart(number, at);
        range.setEnd(number, at + 1);
        return range.getBoundingClientRect().left;
      });
    })()`);
    expect(plus).toBeLessThan(lastDigit ?? 0);
  });

  it('an address is changed, with a code in the digits of an Arabic keyboard', async () => {
    await open('/sign-in/email', 'ada', { locale: 'ar' });
    const dialog = page.getByRole('dialog');
    const address = dialog.getByRole('textbox', { name: 'البريد الإلكتروني الجديد' });
    await address.fill('no address');
    await dialog.getByRole('button', { name: 'متابعة' }).click();
    await dialog.getByText('يُرجى إدخال عنوان بريد إلكتروني').waitFor();
    await address.fill('ada@arabic.example');
    await dialog.getByRole('button', { name: 'متابعة' }).click();
    await page.getByRole('textbox', { name: 'كلمة المرور' }).fill(demoPassword);
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'رمز التحقق' }).waitFor();
    const sent = stack.logto.state.inbox.findLast(({ address }) => address === 'ada@arabic.example');
    const arabic = sent?.code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    await page.keyboard.insertText(arabic ?? '');
    await page.getByText('أصبح بريدك الإلكتروني ⁨ada@arabic.example⁩.').waitFor();
  });
});

describe('the pseudo-locale', () => {
  it('finds no text that is not translated, and none without room at 320 px', async () => {
    await open('/?ui_locales=en-XA', 'ada', { viewport: { width: 320, height: 640 } });
    const data = JSON.stringify(stack.logto.state, (_key, value) =>
      value instanceof Map ? [...value.values()] : value,
    );
    for (const path of [...paths, '/return', '/left']) {
      await visit(path);
      expect(await untranslated(page, data), path).toEqual([]);
      expect(await isTooWide(), `${path} scrolls sideways`).toBe(false);
    }
  });
});
