import type { Messages } from '../messages.ts';

export const comeBack: Messages['comeBack'] = {
  title: '重新啟用帳號',
  intro: '在這裡重新啟用你停用的帳號，或取消刪除。',
  identifier: '電子郵件、電話號碼或使用者名稱',
  identifierHint: '電話號碼請加上國碼，例如 +886。',
  continue: '繼續',
  back: '返回',
  open: '啟用帳號',
  usePassword: '改用密碼',
  sent: '如果 {{to}} 的帳號正等你回來，驗證碼已寄往該處，可能需要一分鐘。',
  passwordFor: '請輸入 {{identifier}} 的密碼。',
  noCode: '驗證碼只能傳送到帳號的電子郵件或電話號碼。',
  done: {
    title: '歡迎回來',
    deactivation: '你的帳號已重新啟用，一切都和離開時一樣。',
    deletion: '你的帳號已重新啟用，不會被刪除。',
  },
  left: {
    deactivated: {
      title: '你的帳號已停用',
      text: '你已在所有裝置上登出，任何人都無法登入。資料沒有刪除。',
    },
    deletion: {
      title: '你的帳號將於 {{day}}刪除',
      text: '帳號已經關閉。在那天之前，你都可以取消刪除。',
    },
    deleted: {
      title: '你的帳號已刪除',
      text: '感謝你曾經使用本站。你可以關閉這個頁面了。',
    },
    keep: '想回來時，請開啟這個網址：',
    action: '現在回來',
  },
};
