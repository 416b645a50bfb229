import type { Messages } from '../messages.ts';

export const account: Messages['account'] = {
  title: '数据与账号',
  intro: '带走你的数据、暂时离开本网站，或永久离开。',
  data: {
    title: '你的数据',
    name: '下载你的数据',
    about: '这些页面所知道的关于你的一切，保存为一个文件（JSON）。其中没有密码，也没有令牌。',
    action: '下载',
  },
  leave: '离开本站',
  deactivate: {
    name: '停用账号',
    about: '在你回来之前，任何人都无法使用。数据不会被删除。',
    action: '停用',
    question: '要停用账号吗？',
    closed: '你会在所有设备上退出登录，任何人都无法登录。',
    kept: '一切保持原样：个人信息、所属组织和访问令牌都会保留。',
    back: '你随时可以用密码或验证码重新启用。',
    confirm: '停用账号',
  },
  delete: {
    name: '删除账号',
    aboutGrace_other: '账号会立即关闭，并在 {{count}} 天后删除。在此之前，你可以改变主意。',
    aboutNow: '账号会立即删除，且无法恢复。',
    action: '删除',
    question: '要删除账号吗？',
    later: '账号会立即关闭，并于 {{day}}删除。在此之前，你可以用密码或验证码取消删除。',
    now: '账号会立即删除，任何人都无法恢复，客服也不行。',
    type: '请输入 {{text}} 以确认',
    confirm: '删除账号',
  },
  impact: {
    profile: '你的个人信息和所有登录方式都会被删除。',
    organizations: '你将不再是 {{names}} 的成员。',
    apps_other: '{{count}} 个已关联的应用将失去访问权限。',
    tokens_other: '{{count}} 个访问令牌将失效。',
    kept: '出于安全考虑，账号的操作记录会再保留一段时间。',
  },
};
