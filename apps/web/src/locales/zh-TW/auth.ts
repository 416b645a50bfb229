import type { Messages } from '../messages.ts';

export const auth: Messages['auth'] = {
  toSignIn: '正在前往登入頁面…',
  signingIn: '登入中…',
  signIn: '登入',
  signInAgain: '重新登入',
  signOut: '登出',
  signedOut: {
    title: '你已登出',
    text: '登入後即可管理你的帳號。',
  },
  ended: {
    title: '請重新登入',
    text: '你的登入已失效，剛才輸入的內容還沒儲存。如果想保留，請先複製下來。',
    later: '稍後再說',
  },
  stuck: {
    title: '無法確認你的登入',
    text: '你已登入，但本站無法確認。請再試一次；如果問題仍在，請聯絡本站客服。',
  },
  suspended: {
    title: '這個帳號已遭停權',
    text: '目前無法使用這個帳號。如果你認為這是誤會，請聯絡本站客服。',
  },
  comeBack: {
    text: '是你自己停用帳號，或申請刪除的嗎？',
    action: '重新啟用',
  },
  gone: {
    title: '這個帳號已不存在',
    text: '帳號已經刪除。如要繼續使用本站，請改用其他帳號登入。',
  },
  failed: {
    denied: {
      title: '已取消登入',
      text: '登入流程在完成前就中止了，你的帳號沒有任何變動。',
    },
    expired: {
      title: '這次登入已失效',
      text: '可能是已經用過、等待太久，或是在其他瀏覽器開啟。請從這裡重新開始。',
    },
    clock: {
      title: '裝置時間不正確',
      text: '時間正確才能登入。請把日期與時間設為自動，再重新登入。',
    },
    insecure: {
      title: '這個連線不安全',
      text: '必須使用 https:// 開頭的網址才能登入，請改用安全的網址開啟本站。',
    },
    network: {
      title: '無法連線到登入服務',
      text: '請檢查網路連線，然後重新登入。',
    },
    unknown: {
      title: '登入失敗',
      text: '發生未預期的問題，請重新登入。',
    },
  },
};
