import type { Messages } from '../messages.ts';

export const apps: Messages['apps'] = {
  title: '已关联的应用',
  intro: '可以代表你执行操作，或查看你账号内容的应用。',
  others: {
    title: '其他公司的应用',
    text: '你曾允许它们访问账号。不再使用的请移除。',
    consequence: '{{app}} 将无法再代表你执行操作。它已保存的数据仍会留在那里，如需删除请联系对方。',
  },
  own: {
    title: '本站的应用',
    text: '你已登录这些应用。',
    consequence: '你会在所有设备上退出 {{app}}，之后随时可以重新登录。',
  },
  thisApp: '你在这里',
  since: '关联时间：<at/>',
  privacy: '隐私政策',
  terms: '使用条款',
  ofApp: '{{app}} 的{{text}}',
  remove: '移除',
  removeApp: '移除 {{app}}',
  question: '要移除 {{app}} 吗？',
  confirm: '移除',
  stillOpen: '已经发出的访问权限可能还会继续有效一段时间，通常不超过一小时，之后就无法再获取新的。',
  removed: '已移除 {{app}}。',
  nothing: {
    title: '没有已关联的应用',
    text: '你用此账号登录应用后，它会显示在这里，也可以在这里移除。',
  },
};
