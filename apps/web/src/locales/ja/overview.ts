import type { Messages } from '../messages.ts';

export const overview: Messages['overview'] = {
  title: '概要',
  intro: 'あなたのアカウントと、管理できる項目です。',
  you: 'アカウント',
  unnamed: '名前が未設定です',
  memberSince: '登録日',
  lastSignIn: '前回のログイン',
  never: 'まだありません',
  details: 'アカウントの詳細',
  name: '名前',
  email: 'メールアドレス',
  phone: '電話番号',
  username: 'ユーザー名',
  password: 'パスワード',
  passwordSet: '設定済み',
  notSet: '未設定',
  userId: 'アカウントID',
  copy: 'コピー',
  copyField: '{{field}}をコピー',
  copied: 'アカウントIDをコピーしました。',
  checkUp: {
    title: 'セキュリティ診断',
    about: '{{action}}：{{about}}',
    good: {
      title: '対応が必要な項目はありません',
      text: 'アカウントは適切に保護されています。状況が変わった場合は、ここでお知らせします。',
    },
    'no-second-factor': {
      title: '2段階認証がオフです',
      text: 'パスワードを知られるとログインされてしまいます。2段階目を追加すると防げます。',
    },
    'single-way-in': {
      title: 'ログイン方法が1つだけです',
      text: 'それを失うと、アカウントに入れなくなります。別の方法を追加してください。',
    },
    'few-backup-codes': {
      title_zero: 'バックアップコードが残っていません',
      title_other: 'バックアップコードは残り{{count}}個です',
      text: 'スマートフォンを紛失したときのログインに必要です。早めに新しいコードを作成してください。',
    },
    'no-recovery-address': {
      title: 'メールアドレスと電話番号がありません',
      text: 'どちらもないと、パスワードを忘れたときにログインできるようにする手段がありません。',
    },
    actions: {
      password: 'パスワードを設定',
      email: 'メールアドレスを追加',
      phone: '電話番号を追加',
      social: 'アカウントを連携',
      mfa: '設定する',
    },
  },
  recent: { title: '最近のアクティビティ', all: 'すべて表示' },
};
