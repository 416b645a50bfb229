import type { Messages } from '../messages.ts';

export const stepUp: Messages['stepUp'] = {
  title: 'Bestätigen Sie, dass Sie es sind',
  why: {
    change:
      'Das schützt Ihr Konto, wenn jemand anderes dieses Gerät benutzt. Danach werden Sie {{minutes}} Minuten lang nicht erneut gefragt.',
    delete:
      'Weil es um das ganze Konto geht, wird noch einmal gefragt, auch wenn Sie es gerade bestätigt haben.',
  },
  password: 'Passwort',
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  confirm: 'Bestätigen',
  cancel: 'Abbrechen',
  otherWay: 'Andere Methode verwenden',
  ways: 'Wie möchten Sie es bestätigen?',
  way: {
    password: 'Mit Ihrem Passwort',
    email: 'Mit einem Code an {{to}}',
    phone: 'Mit einem Code an {{to}}',
    reauthenticate: 'Durch erneute Anmeldung',
  },
  send: 'Code senden',
  sendTo: 'Wir senden einen Code an {{to}}.',
  reauthenticate: {
    text: 'Sie melden sich noch einmal an und kommen direkt hierher zurück, um abzuschließen, was Sie begonnen haben.',
    action: 'Zur Anmeldung',
  },
  loading: 'Wird geladen',
  again: 'Erneut versuchen',
  back: {
    confirmed: 'Sie haben bestätigt, dass Sie es sind. Schließen Sie jetzt ab, was Sie begonnen haben.',
    notConfirmed: 'Sie haben nicht bestätigt, dass Sie es sind. Es wurde nichts geändert.',
    otherPerson: 'Jemand anderes hat sich angemeldet. Es wurde nichts geändert.',
  },
};
