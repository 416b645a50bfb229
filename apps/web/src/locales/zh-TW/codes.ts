import type { Messages } from '../messages.ts';

export const codes: Messages['codes'] = {
  label: '驗證碼',
  sent: '驗證碼已傳送至 {{to}}，可能需要一分鐘才會送達。',
  resend: '重新傳送驗證碼',
  resendIn_other: '{{count}} 秒後可以重新傳送驗證碼。',
};
