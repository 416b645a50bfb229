import type { Messages } from '../messages.ts';

export const social: Messages['social'] = {
  title: '已关联的账号',
  intro: '可以用来登录本站的其他账号。',
  linked: '社交账号',
  more: '关联其他账号',
  noDetails: '可用来登录',
  link: '关联',
  linkNamed: '关联 {{name}}',
  unlink: '取消关联',
  unlinkNamed: '取消关联 {{name}}',
  replace: '更换',
  replaceNamed: '更换 {{name}} 账号',
  goTo: '前往 {{name}}',
  why: {
    NEEDS_SESSION: '{{name}} 只能在登录时关联：请先退出登录，然后在登录页面选择它。',
  },
  linking: {
    title: '要关联 {{name}} 吗？',
    text: '请在 {{name}} 确认账号是你的，然后会回到这里。之后就可以用它登录。',
  },
  replacing: {
    title: '要改用另一个 {{name}} 账号吗？',
    former: '当前关联的是 {{former}}。',
    text: '请在 {{name}} 选择另一个账号。它会取代当前的账号，原来的账号就无法再用来登录。如果 {{name}} 没有让你选择账号，请先在那里退出登录。',
  },
  unlinking: {
    title: '要取消关联 {{name}} 吗？',
    known: '你将无法再用 {{name}} 的 {{known}} 登录。',
    text: '你将无法再用 {{name}} 登录。',
    there: '你在 {{name}} 的账号不受影响。如需收回本站在那里的权限，请到 {{name}} 的设置中操作。',
  },
  unlinked: '已取消关联 {{name}}。',
  outcome: {
    linked: '已关联 {{name}}，现在可以用它登录。',
    replaced: '已改为关联另一个 {{name}} 账号，原来的账号无法再用来登录。',
    denied: '你在 {{name}} 中止了操作，没有任何变动。',
    refused: '{{name}} 没有确认此账号，没有任何变动，请重试。',
    expired: '关联没有完成：可能是已经用过、等待太久，或是在其他窗口中开始的。请从这里重新开始。',
    taken: '此 {{name}} 账号属于本站的另一位用户。请先在那里取消关联，或改用其他账号。',
    notLinkable: '{{name}} 已无法在这里关联，没有任何变动。',
    closed: '本站不允许你关联账号，没有任何变动。',
    unsure: '无法确认这次操作的结果，请查看下方当前关联的账号。',
  },
  company: {
    title: '企业账号',
    note: '这些账号由你的公司管理，会随着你通过公司登录而添加或移除，因此无法在这里修改。',
    locked: '由公司管理',
    since: '关联时间：<at/>',
    manages: '姓名和头像会在每次登录时由 {{name}} 更新，请在那里修改。',
  },
  nothing: {
    title: '尚未关联社交账号',
    text: '关联后只需点击一下就能登录，忘记密码时也多一种登录方式。',
  },
};
