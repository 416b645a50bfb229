import type { Messages } from '../messages.ts';

export const social: Messages['social'] = {
  title: '已連結的帳號',
  intro: '可以用來登入本站的其他帳號。',
  linked: '社群帳號',
  more: '連結其他帳號',
  noDetails: '可用來登入',
  link: '連結',
  linkNamed: '連結 {{name}}',
  unlink: '解除連結',
  unlinkNamed: '解除連結 {{name}}',
  replace: '更換',
  replaceNamed: '更換 {{name}} 帳號',
  goTo: '前往 {{name}}',
  why: {
    NEEDS_SESSION: '{{name}} 只能在登入時連結：請先登出，再於登入頁面選擇它。',
  },
  linking: {
    title: '要連結 {{name}} 嗎？',
    text: '請在 {{name}} 確認帳號是你的，接著會回到這裡。之後就可以用它登入。',
  },
  replacing: {
    title: '要改用另一個 {{name}} 帳號嗎？',
    former: '目前連結的是 {{former}}。',
    text: '請在 {{name}} 選擇另一個帳號。它會取代目前的帳號，原本的帳號就無法再用來登入。如果 {{name}} 沒有讓你選擇帳號，請先在那裡登出。',
  },
  unlinking: {
    title: '要解除連結 {{name}} 嗎？',
    known: '你將無法再用 {{name}} 的 {{known}} 登入。',
    text: '你將無法再用 {{name}} 登入。',
    there: '你在 {{name}} 的帳號不受影響。如要收回本站在那裡的權限，請到 {{name}} 的設定操作。',
  },
  unlinked: '已解除連結 {{name}}。',
  outcome: {
    linked: '已連結 {{name}}，現在可以用它登入。',
    replaced: '已改為連結另一個 {{name}} 帳號，原本的帳號無法再用來登入。',
    denied: '你在 {{name}} 中止了操作，沒有任何變更。',
    refused: '{{name}} 沒有確認這個帳號，沒有任何變更，請再試一次。',
    expired: '連結沒有完成：可能是已經用過、等待太久，或是在其他視窗開始的。請從這裡重新開始。',
    taken: '這個 {{name}} 帳號屬於本站的另一位使用者。請先在那裡解除連結，或改用其他帳號。',
    notLinkable: '{{name}} 已無法在這裡連結，沒有任何變更。',
    closed: '本站不允許你連結帳號，沒有任何變更。',
    unsure: '無法確認這次操作的結果，請查看下方目前連結的帳號。',
  },
  company: {
    title: '公司帳號',
    note: '這些帳號由你的公司管理，會隨著你透過公司登入而新增或移除，因此無法在這裡變更。',
    locked: '由公司管理',
    since: '連結時間：<at/>',
    manages: '姓名與頭像會在每次登入時由 {{name}} 更新，請在那裡變更。',
  },
  nothing: {
    title: '尚未連結社群帳號',
    text: '連結後只要按一下就能登入，忘記密碼時也多一種登入方式。',
  },
};
