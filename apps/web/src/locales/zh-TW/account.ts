import type { Messages } from '../messages.ts';

export const account: Messages['account'] = {
  title: '資料與帳號',
  intro: '帶走你的資料、暫時離開本站，或永久離開。',
  data: {
    title: '你的資料',
    name: '下載你的資料',
    about: '這些頁面所知道關於你的一切，存成一個檔案（JSON）。其中沒有密碼，也沒有權杖。',
    action: '下載',
  },
  leave: '離開本站',
  deactivate: {
    name: '停用帳號',
    about: '在你回來之前，任何人都無法使用。資料不會刪除。',
    action: '停用',
    question: '要停用帳號嗎？',
    closed: '你會在所有裝置上登出，任何人都無法登入。',
    kept: '一切保持原樣：個人資料、所屬組織與存取權杖都會保留。',
    back: '你隨時可以用密碼或驗證碼重新啟用。',
    confirm: '停用帳號',
  },
  delete: {
    name: '刪除帳號',
    aboutGrace_other: '帳號會立即關閉，並在 {{count}} 天後刪除。在那之前，你都可以改變心意。',
    aboutNow: '帳號會立即刪除，而且無法復原。',
    action: '刪除',
    question: '要刪除帳號嗎？',
    later: '帳號會立即關閉，並於 {{day}}刪除。在那之前，你可以用密碼或驗證碼取消刪除。',
    now: '帳號會立即刪除，任何人都無法復原，客服也不行。',
    type: '請輸入 {{text}} 以確認',
    confirm: '刪除帳號',
  },
  impact: {
    profile: '你的個人資料與所有登入方式都會刪除。',
    organizations: '你將不再是 {{names}} 的成員。',
    apps_other: '{{count}} 個已連結的應用程式將失去存取權。',
    tokens_other: '{{count}} 個存取權杖將失效。',
    kept: '為了安全，帳號的操作紀錄會再保留一段時間。',
  },
};
