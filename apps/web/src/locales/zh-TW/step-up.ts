import type { Messages } from '../messages.ts';

export const stepUp: Messages['stepUp'] = {
  title: '請確認是你本人',
  why: {
    change: '這可以防止他人用這台裝置變更你的帳號。確認後 {{minutes}} 分鐘內不會再詢問。',
    delete: '這會影響整個帳號，所以即使剛才確認過，仍需再確認一次。',
  },
  password: '密碼',
  showPassword: '顯示密碼',
  hidePassword: '隱藏密碼',
  confirm: '確認',
  cancel: '取消',
  otherWay: '使用其他方式',
  ways: '你想用哪種方式確認？',
  way: {
    password: '使用密碼',
    email: '傳送驗證碼至 {{to}}',
    phone: '傳送驗證碼至 {{to}}',
    reauthenticate: '重新登入',
  },
  send: '傳送驗證碼',
  sendTo: '我們會傳送驗證碼至 {{to}}。',
  reauthenticate: {
    text: '重新登入一次後，會直接回到這裡，讓你完成剛才的操作。',
    action: '前往登入',
  },
  loading: '載入中',
  again: '再試一次',
  back: {
    confirmed: '已確認是你本人，請繼續完成剛才的操作。',
    notConfirmed: '沒有完成本人確認，沒有任何變更。',
    otherPerson: '登入的是另一個帳號，沒有任何變更。',
  },
};
