import type { Messages } from '../messages.ts';

export const organizations: Messages['organizations'] = {
  title: '組織',
  intro: '你的帳號所屬的團隊與公司。',
  list: '你是這些組織的成員',
  noRoles: '沒有角色的成員',
  mfaRequired: '要求成員使用兩步驟驗證',
  leave: '離開',
  leaveNamed: '離開 {{name}}',
  question: '要離開 {{name}} 嗎？',
  consequence: '你會立刻失去 {{name}} 的所有存取權，你在那裡建立的內容會留在那裡。',
  rolesLost_other: '你會失去這些角色：{{roles}}。',
  wayBack: '你無法自行重新加入，必須由組織裡的人再次加入你。如果你是最後一位管理者，請先把工作交接給別人。',
  left: '你已離開 {{name}}。',
  nothing: {
    title: '你不屬於任何組織',
    text: '團隊或公司將你加入後，會顯示在這裡，並列出你的角色。',
  },
};
