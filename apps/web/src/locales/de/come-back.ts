import type { Messages } from '../messages.ts';

export const comeBack: Messages['comeBack'] = {
  title: 'Zurückkommen',
  intro: 'Reaktivieren Sie ein Konto, das Sie deaktiviert haben, oder brechen Sie seine Löschung ab.',
  identifier: 'E-Mail-Adresse, Telefonnummer oder Nutzername',
  identifierHint: 'Telefonnummern mit Landesvorwahl, zum Beispiel +49.',
  continue: 'Weiter',
  back: 'Zurück',
  open: 'Konto reaktivieren',
  usePassword: 'Stattdessen das Passwort verwenden',
  sent: 'Wenn ein Konto mit {{to}} auf Ihre Rückkehr wartet, ist ein Code dorthin unterwegs. Das kann eine Minute dauern.',
  passwordFor: 'Geben Sie das Passwort von {{identifier}} ein.',
  noCode: 'Codes können nur an die E-Mail-Adresse oder Telefonnummer des Kontos gesendet werden.',
  done: {
    title: 'Willkommen zurück',
    deactivation: 'Ihr Konto ist wieder aktiv, und alles ist so, wie Sie es verlassen haben.',
    deletion: 'Ihr Konto ist wieder aktiv. Es wird nicht gelöscht.',
  },
  left: {
    deactivated: {
      title: 'Ihr Konto ist deaktiviert',
      text: 'Sie sind überall abgemeldet, und niemand kann sich anmelden. Es wurde nichts gelöscht.',
    },
    deletion: {
      title: 'Ihr Konto wird am {{day}} gelöscht',
      text: 'Es ist bereits geschlossen. Bis zu diesem Tag können Sie die Löschung abbrechen.',
    },
    deleted: {
      title: 'Ihr Konto ist gelöscht',
      text: 'Danke, dass Sie hier waren. Sie können diese Seite schließen.',
    },
    keep: 'Um zurückzukommen, öffnen Sie diese Adresse:',
    action: 'Jetzt zurückkommen',
  },
};
