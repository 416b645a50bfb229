import type { Messages } from '../messages.ts';

export const comeBack: Messages['comeBack'] = {
  title: '重新启用账号',
  intro: '在这里重新启用你停用的账号，或取消删除。',
  identifier: '邮箱、手机号码或用户名',
  identifierHint: '手机号码请加上国家或地区代码，例如 +86。',
  continue: '继续',
  back: '返回',
  open: '启用账号',
  usePassword: '改用密码',
  sent: '如果 {{to}} 的账号正等你回来，验证码已发往该处，可能需要一分钟。',
  passwordFor: '请输入 {{identifier}} 的密码。',
  noCode: '验证码只能发送到账号的邮箱或手机号码。',
  done: {
    title: '欢迎回来',
    deactivation: '你的账号已重新启用，一切都和离开时一样。',
    deletion: '你的账号已重新启用，不会被删除。',
  },
  left: {
    deactivated: {
      title: '你的账号已停用',
      text: '你已在所有设备上退出登录，任何人都无法登录。数据没有删除。',
    },
    deletion: {
      title: '你的账号将于 {{day}}删除',
      text: '账号已经关闭。在那一天之前，你都可以取消删除。',
    },
    deleted: {
      title: '你的账号已删除',
      text: '感谢你曾经使用本站。你可以关闭此页面了。',
    },
    keep: '想回来时，请打开这个网址：',
    action: '现在回来',
  },
};
