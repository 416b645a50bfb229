import type { Messages } from '../messages.ts';

export const stepUp: Messages['stepUp'] = {
  title: '本人確認',
  why: {
    change:
      'このデバイスを他の人が使っている場合に、アカウントを守るためです。確認は{{minutes}}分間有効です。',
    delete: 'アカウント全体に関わる操作のため、確認したばかりでも、もう一度確認します。',
  },
  password: 'パスワード',
  showPassword: 'パスワードを表示',
  hidePassword: 'パスワードを非表示',
  confirm: '確認',
  cancel: 'キャンセル',
  otherWay: '別の方法を使用',
  ways: 'どの方法で確認しますか？',
  way: {
    password: 'パスワードで確認',
    email: '{{to}} に届く確認コードで確認',
    phone: '{{to}} に届く確認コードで確認',
    reauthenticate: '再ログインで確認',
  },
  send: '確認コードを送信',
  sendTo: '{{to}} に確認コードを送信します。',
  reauthenticate: {
    text: 'もう一度ログインすると、すぐにここに戻り、操作を続けられます。',
    action: 'ログインに進む',
  },
  loading: '読み込み中',
  again: '再試行',
  back: {
    confirmed: '本人確認が完了しました。操作を続けてください。',
    notConfirmed: '本人確認が完了しませんでした。何も変更されていません。',
    otherPerson: '別のユーザーがログインしました。何も変更されていません。',
  },
};
