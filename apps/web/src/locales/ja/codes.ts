import type { Messages } from '../messages.ts';

export const codes: Messages['codes'] = {
  label: '確認コード',
  sent: '{{to}} に確認コードを送信しました。届くまでに1分ほどかかることがあります。',
  resend: '確認コードを再送信',
  resendIn_other: '{{count}}秒後に確認コードを再送信できます。',
};
