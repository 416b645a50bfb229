import type { Messages } from '../messages.ts';

export const codes: Messages['codes'] = {
  label: 'Code',
  sent: 'Wir haben einen Code an {{to}} gesendet. Es kann eine Minute dauern, bis er ankommt.',
  resend: 'Neuen Code senden',
  resendIn_one: 'Sie können in {{count}} Sekunde einen neuen Code anfordern.',
  resendIn_other: 'Sie können in {{count}} Sekunden einen neuen Code anfordern.',
};
