export const codes = {
  label: 'Code',
  sent: 'We sent a code to {{to}}. It may take a minute to arrive.',
  resend: 'Send another code',
  resendIn_one: 'You can ask for another code in {{count}} second.',
  resendIn_other: 'You can ask for another code in {{count}} seconds.',
};
