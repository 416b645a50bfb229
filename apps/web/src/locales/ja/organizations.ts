import type { Messages } from '../messages.ts';

export const organizations: Messages['organizations'] = {
  title: '組織',
  intro: 'アカウントが所属するチームや会社です。',
  list: '所属している組織',
  noRoles: 'ロールのないメンバー',
  mfaRequired: 'メンバーに2段階認証を求めています',
  leave: '脱退',
  leaveNamed: '{{name}}から脱退',
  question: '{{name}}から脱退しますか？',
  consequence: '{{name}}のすべてにすぐアクセスできなくなります。そこで作成したものは、そのまま残ります。',
  rolesLost_other: '次のロールを失います：{{roles}}',
  wayBack:
    '自分で戻ることはできません。組織の誰かに再び追加してもらう必要があります。あなたが最後の管理者の場合は、先に引き継いでください。',
  left: '{{name}}から脱退しました。',
  nothing: {
    title: '所属している組織はありません',
    text: 'チームや会社に追加されると、あなたのロールとともにここに表示されます。',
  },
};
