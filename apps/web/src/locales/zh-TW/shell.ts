import type { Messages } from '../messages.ts';

export const shell: Messages['shell'] = {
  product: '帳號',
  skip: '跳到主要內容',
  navigation: {
    label: '設定',
    open: '開啟選單',
    close: '關閉選單',
    you: '關於你',
    security: '安全性',
    data: '資料',
    overview: '總覽',
    profile: '個人資料',
    tokens: '存取權杖',
  },
  menu: {
    open: '帳號選單',
    theme: '外觀',
    system: '系統',
    light: '淺色',
    dark: '深色',
    language: '語言',
    signOut: '登出',
  },
  offline: '目前沒有網路。你可以繼續瀏覽，但要等恢復連線才能儲存變更。',
  loading: '載入中',
  cancel: '取消',
  locked: '唯讀',
  closed: {
    title: '這個頁面未開放',
    off: '本站沒有使用這項功能。',
    notAllowed: '你的登入沒有這項權限。如果權限剛剛才變更，請登出後再登入。',
    readOnly: '這個部分由本站管理，無法在這裡變更。',
  },
  dismiss: '關閉',
  notFound: {
    title: '找不到這個頁面',
    text: '這個網址沒有內容，可能已經搬移，或是網址打錯了。',
    action: '回到總覽',
  },
  boot: {
    title: '無法開啟頁面',
    text: '設定載入失敗。請檢查網路連線，然後再試一次。',
    action: '再試一次',
  },
};
