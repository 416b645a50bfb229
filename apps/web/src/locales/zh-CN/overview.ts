import type { Messages } from '../messages.ts';

export const overview: Messages['overview'] = {
  title: '概览',
  intro: '查看你的账号信息，以及可以管理的项目。',
  you: '你的账号',
  unnamed: '尚未设置姓名',
  memberSince: '加入时间',
  lastSignIn: '上次登录',
  never: '暂无记录',
  details: '账号信息',
  name: '姓名',
  email: '邮箱',
  phone: '手机号码',
  username: '用户名',
  password: '密码',
  passwordSet: '已设置',
  notSet: '未设置',
  userId: '账号 ID',
  copy: '复制',
  copyField: '复制{{field}}',
  copied: '已复制账号 ID。',
  checkUp: {
    title: '安全检查',
    about: '{{action}}：{{about}}',
    good: {
      title: '没有需要处理的项目',
      text: '你的账号保护得很好。如果情况有变，会在这里提醒你。',
    },
    'no-second-factor': {
      title: '两步验证未开启',
      text: '知道你密码的人就能登录。多一个步骤可以挡住他们。',
    },
    'single-way-in': {
      title: '只有一种登录方式',
      text: '一旦失去它，你就无法进入账号。请再添加一种方式。',
    },
    'few-backup-codes': {
      title_zero: '备用码已用完',
      title_other: '备用码只剩 {{count}} 个',
      text: '丢失手机时要靠备用码登录，请尽早生成新的一批。',
    },
    'no-recovery-address': {
      title: '没有邮箱或手机号码',
      text: '忘记密码时，将没有办法帮你找回账号。',
    },
    actions: {
      password: '设置密码',
      email: '添加邮箱',
      phone: '添加手机号码',
      social: '关联账号',
      mfa: '开始设置',
    },
  },
  recent: { title: '最近的活动', all: '查看全部' },
};
