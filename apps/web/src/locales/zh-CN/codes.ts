import type { Messages } from '../messages.ts';

export const codes: Messages['codes'] = {
  label: '验证码',
  sent: '验证码已发送至 {{to}}，可能需要一分钟才能送达。',
  resend: '重新发送验证码',
  resendIn_other: '{{count}} 秒后可以重新发送验证码。',
};
