import type { Messages } from '../messages.ts';

export const organizations: Messages['organizations'] = {
  title: '组织',
  intro: '你的账号所属的团队和公司。',
  list: '你是这些组织的成员',
  noRoles: '没有角色的成员',
  mfaRequired: '要求成员使用两步验证',
  leave: '退出',
  leaveNamed: '退出 {{name}}',
  question: '要退出 {{name}} 吗？',
  consequence: '你会立即失去 {{name}} 的所有访问权限，你在那里创建的内容会留在那里。',
  rolesLost_other: '你会失去这些角色：{{roles}}。',
  wayBack: '你无法自行重新加入，必须由组织里的人再次添加你。如果你是最后一位管理者，请先把工作交接给别人。',
  left: '你已退出 {{name}}。',
  nothing: {
    title: '你不属于任何组织',
    text: '团队或公司将你加入后，会显示在这里，并列出你的角色。',
  },
};
