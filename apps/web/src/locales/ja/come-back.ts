import type { Messages } from '../messages.ts';

export const comeBack: Messages['comeBack'] = {
  title: 'アカウントを再開',
  intro: '一時停止したアカウントを再開するか、アカウントの削除を取り消します。',
  identifier: 'メールアドレス、電話番号、またはユーザー名',
  identifierHint: '電話番号は国番号を付けて入力してください（例：+81）。',
  continue: '続ける',
  back: '戻る',
  open: 'アカウントを再開する',
  usePassword: '代わりにパスワードを使用',
  sent: '{{to}} のアカウントが再開できる状態であれば、確認コードを送信しました。届くまでに1分ほどかかることがあります。',
  passwordFor: '{{identifier}} のパスワードを入力してください。',
  noCode: '確認コードを送信できるのは、アカウントのメールアドレスまたは電話番号だけです。',
  done: {
    title: 'おかえりなさい',
    deactivation: 'アカウントが再開されました。すべて以前のままです。',
    deletion: 'アカウントが再開されました。削除されることはありません。',
  },
  left: {
    deactivated: {
      title: 'アカウントを一時停止しました',
      text: 'すべてのデバイスからログアウトされ、誰もログインできません。データは削除されていません。',
    },
    deletion: {
      title: 'アカウントは{{day}}に削除されます',
      text: 'アカウントはすでに閉鎖されています。その日までは削除を取り消せます。',
    },
    deleted: {
      title: 'アカウントを削除しました',
      text: 'ご利用ありがとうございました。このページは閉じてかまいません。',
    },
    keep: '再開するには、次のアドレスを開いてください：',
    action: '今すぐ再開',
  },
};
