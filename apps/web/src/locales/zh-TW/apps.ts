import type { Messages } from '../messages.ts';

export const apps: Messages['apps'] = {
  title: '已連結的應用程式',
  intro: '可以代替你執行動作，或查看你帳號內容的應用程式。',
  others: {
    title: '其他公司的應用程式',
    text: '你曾允許它們存取帳號。不再使用的請移除。',
    consequence: '{{app}} 將無法再代替你執行動作。它已經保存的資料仍會留在那裡，如要刪除請向對方提出。',
  },
  own: {
    title: '本站的應用程式',
    text: '你已登入這些應用程式。',
    consequence: '你會在所有裝置上登出 {{app}}，之後隨時可以重新登入。',
  },
  thisApp: '你在這裡',
  since: '連結時間：<at/>',
  privacy: '隱私權政策',
  terms: '使用條款',
  ofApp: '{{app}} 的{{text}}',
  remove: '移除',
  removeApp: '移除 {{app}}',
  question: '要移除 {{app}} 嗎？',
  confirm: '移除',
  stillOpen: '已經發出的存取權可能還會再有效一段時間，通常不超過一小時，之後就無法再取得新的。',
  removed: '已移除 {{app}}。',
  nothing: {
    title: '沒有已連結的應用程式',
    text: '你用這個帳號登入應用程式後，它會出現在這裡，也可以在這裡移除。',
  },
};
