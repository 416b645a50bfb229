import type { Messages } from '../messages.ts';

export const overview: Messages['overview'] = {
  title: '總覽',
  intro: '查看你的帳號資訊，以及可以管理的項目。',
  you: '你的帳號',
  unnamed: '尚未設定姓名',
  memberSince: '加入時間',
  lastSignIn: '上次登入',
  never: '尚無紀錄',
  details: '帳號資訊',
  name: '姓名',
  email: '電子郵件',
  phone: '電話號碼',
  username: '使用者名稱',
  password: '密碼',
  passwordSet: '已設定',
  notSet: '未設定',
  userId: '帳號 ID',
  copy: '複製',
  copyField: '複製{{field}}',
  copied: '已複製帳號 ID。',
  checkUp: {
    title: '安全檢查',
    about: '{{action}}：{{about}}',
    good: {
      title: '沒有需要處理的項目',
      text: '你的帳號保護得很好。如果情況改變，會在這裡提醒你。',
    },
    'no-second-factor': {
      title: '尚未開啟兩步驟驗證',
      text: '知道你密碼的人就能登入。多一個步驟可以擋下他們。',
    },
    'single-way-in': {
      title: '只有一種登入方式',
      text: '一旦失去它，你就無法進入帳號。請再新增一種方式。',
    },
    'few-backup-codes': {
      title_zero: '備用碼已用完',
      title_other: '備用碼只剩 {{count}} 組',
      text: '遺失手機時要靠備用碼登入，請提早產生新的一批。',
    },
    'no-recovery-address': {
      title: '沒有電子郵件或電話號碼',
      text: '忘記密碼時，將沒有辦法協助你找回帳號。',
    },
    actions: {
      password: '設定密碼',
      email: '新增電子郵件',
      phone: '新增電話號碼',
      social: '連結帳號',
      mfa: '開始設定',
    },
  },
  recent: { title: '最近的活動', all: '查看全部' },
};
