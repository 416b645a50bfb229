import type { Messages } from '../messages.ts';

export const auth: Messages['auth'] = {
  toSignIn: '正在前往登录页面…',
  signingIn: '正在登录…',
  signIn: '登录',
  signInAgain: '重新登录',
  signOut: '退出登录',
  signedOut: {
    title: '你已退出登录',
    text: '登录后即可管理你的账号。',
  },
  ended: {
    title: '请重新登录',
    text: '你的登录已失效，刚才输入的内容还没有保存。如果想保留，请先复制下来。',
    later: '以后再说',
  },
  stuck: {
    title: '无法确认你的登录',
    text: '你已登录，但本站无法确认。请重试；如果问题仍然存在，请联系本站客服。',
  },
  suspended: {
    title: '此账号已被冻结',
    text: '目前无法使用此账号。如果你认为有误，请联系本站客服。',
  },
  comeBack: {
    text: '是你自己停用了账号，或申请了删除吗？',
    action: '重新启用',
  },
  gone: {
    title: '此账号已不存在',
    text: '账号已被删除。如需继续使用本站，请用其他账号登录。',
  },
  failed: {
    denied: {
      title: '已取消登录',
      text: '登录在完成之前就中止了，你的账号没有任何变动。',
    },
    expired: {
      title: '这次登录已失效',
      text: '可能是已经用过、等待太久，或是在其他浏览器中打开。请从这里重新开始。',
    },
    clock: {
      title: '设备时间不正确',
      text: '时间正确才能登录。请将日期和时间设为自动，然后重新登录。',
    },
    insecure: {
      title: '此连接不安全',
      text: '必须使用以 https:// 开头的网址才能登录，请改用安全的网址打开本站。',
    },
    network: {
      title: '无法连接到登录服务',
      text: '请检查网络连接，然后重新登录。',
    },
    unknown: {
      title: '登录失败',
      text: '出现意外问题，请重新登录。',
    },
  },
};
