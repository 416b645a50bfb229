import type { Messages } from '../messages.ts';

export const apps: Messages['apps'] = {
  title: '連携アプリ',
  intro: 'あなたに代わって操作したり、アカウントの内容を見たりできるアプリです。',
  others: {
    title: '他社のアプリ',
    text: 'あなたがアクセスを許可したアプリです。使わなくなったものは削除してください。',
    consequence:
      '{{app}}は、あなたに代わって操作できなくなります。すでに保存されているデータは残ります。削除を希望する場合は提供元に依頼してください。',
  },
  own: {
    title: 'このサイトのアプリ',
    text: 'あなたがログインしているアプリです。',
    consequence: 'すべてのデバイスで{{app}}からログアウトされます。いつでも再びログインできます。',
  },
  thisApp: '現在使用中',
  since: '連携：<at/>',
  privacy: 'プライバシー',
  terms: '利用規約',
  ofApp: '{{app}}の{{text}}',
  remove: '削除',
  removeApp: '{{app}}を削除',
  question: '{{app}}を削除しますか？',
  confirm: '削除',
  stillOpen:
    'すでに付与されたアクセス権は、しばらく（通常は1時間以内）有効な場合があります。その後は新たに取得できません。',
  removed: '{{app}}を削除しました。',
  nothing: {
    title: '連携アプリはありません',
    text: 'このアカウントでアプリにログインすると、ここに表示され、いつでも削除できます。',
  },
};
