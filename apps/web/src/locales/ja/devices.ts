import type { Messages } from '../messages.ts';

export const devices: Messages['devices'] = {
  title: 'デバイス',
  intro: 'このアカウントでログインしている場所です。',
  list: 'お使いのデバイス',
  hint: '心当たりのないデバイスがありますか？「心当たりがない」を選んでログアウトしてください。アカウントの保護をお手伝いします。',
  hereUnknown: '現在お使いのデバイスがどれか、このサイトでは判別できません。',
  here: 'このデバイス',
  kinds: {
    phone: '{{system}}スマートフォン',
    tablet: '{{system}}タブレット',
    desktop: '{{system}}パソコン',
    unknown: '{{system}}',
  },
  unnamed: {
    phone: 'スマートフォン',
    tablet: 'タブレット',
    desktop: 'パソコン',
    unknown: '不明なデバイス',
  },
  browserUnknown: '不明なブラウザ',
  sessionName: '{{browser}}（{{device}}）',
  place: '{{country}}、{{city}}',
  signedIn: 'ログイン：<at/>',
  signOut: 'ログアウト',
  signOutOf: '{{session}}をログアウト',
  question: '{{session}}をログアウトしますか？',
  signedOut: '{{session}}をログアウトしました。',
  consequence:
    'このデバイスを使うには、再ログインが必要になります。アプリは最大1時間動作し続けることがあります。',
  maybeHere: '現在お使いのデバイスの場合、ここもログアウトされます。',
  consequenceHere: '現在お使いのデバイスです。戻るには再ログインが必要です。',
  facts: {
    signedIn: 'ログイン日時',
    place: '場所',
    network: 'ネットワーク',
    apps: '使用アプリ',
  },
  strange: {
    label: '心当たりがない',
    hint: 'ログアウトした後、不正なアクセスを防ぐお手伝いをします。',
  },
  secure: {
    title: 'アカウントを保護してください',
    later: '後で',
    password: {
      text: '心当たりがない場合、誰かがパスワードを知っている可能性があります。新しいパスワードに変更し、他のデバイスもすべてログアウトしてください。',
      action: 'パスワードを変更',
    },
    other: {
      text: '心当たりがない場合、ログインに使っているアカウントに誰かが侵入した可能性があります。連携しているアカウントを確認し、それらも保護してください。',
      action: '連携アカウントを確認',
    },
  },
  many: 'まとめてログアウト',
  others: {
    label: '他のすべてのデバイス',
    text: 'ここではログインしたままになります。',
    action: '他のデバイスをログアウト',
    question: '他のデバイスをすべてログアウトしますか？',
    consequence:
      'ここではログインしたままですが、他の場所では再ログインが必要になります。アプリは最大1時間動作し続けることがあります。',
    done_other: '他の{{count}}台のデバイスをログアウトしました。',
  },
  all: {
    label: 'すべての場所',
    text: 'このデバイスもログアウトされます。',
    action: 'すべてログアウト',
    question: 'このデバイスを含め、すべての場所でログアウトしますか？',
    consequence:
      'このデバイスを含むすべてのデバイスがログアウトされます。再ログインすると戻れます。アプリは最大1時間動作し続けることがあります。',
  },
  nothing: {
    title: '表示するデバイスはありません',
    text: 'ブラウザでログインすると、日時と場所がここに表示されます。',
  },
};
