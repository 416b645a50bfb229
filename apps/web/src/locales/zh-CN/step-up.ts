import type { Messages } from '../messages.ts';

export const stepUp: Messages['stepUp'] = {
  title: '请确认是你本人',
  why: {
    change: '这可以防止他人用这台设备修改你的账号。确认后 {{minutes}} 分钟内不会再询问。',
    delete: '这会影响整个账号，所以即使刚刚确认过，仍需再确认一次。',
  },
  password: '密码',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  confirm: '确认',
  cancel: '取消',
  otherWay: '使用其他方式',
  ways: '你想用哪种方式确认？',
  way: {
    password: '使用密码',
    email: '发送验证码至 {{to}}',
    phone: '发送验证码至 {{to}}',
    reauthenticate: '重新登录',
  },
  send: '发送验证码',
  sendTo: '我们会将验证码发送至 {{to}}。',
  reauthenticate: {
    text: '重新登录一次后，会直接回到这里，让你完成刚才的操作。',
    action: '前往登录',
  },
  loading: '正在加载',
  again: '重试',
  back: {
    confirmed: '已确认是你本人，请继续完成刚才的操作。',
    notConfirmed: '没有确认是你本人，没有任何变动。',
    otherPerson: '登录的是另一个账号，没有任何变动。',
  },
};
