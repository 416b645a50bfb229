import type { Messages } from '../messages.ts';

export const codes: Messages['codes'] = {
  label: 'رمز التحقق',
  sent: 'أرسلنا رمز تحقق إلى {{to}}. قد يستغرق وصوله دقيقة.',
  resend: 'إرسال رمز آخر',
  resendIn_zero: 'يمكنك طلب رمز آخر الآن.',
  resendIn_one: 'يمكنك طلب رمز آخر بعد ثانية واحدة.',
  resendIn_two: 'يمكنك طلب رمز آخر بعد ثانيتين.',
  resendIn_few: 'يمكنك طلب رمز آخر بعد {{count}} ثوانٍ.',
  resendIn_many: 'يمكنك طلب رمز آخر بعد {{count}} ثانية.',
  resendIn_other: 'يمكنك طلب رمز آخر بعد {{count}} ثانية.',
};
