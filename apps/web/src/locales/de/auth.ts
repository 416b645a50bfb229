import type { Messages } from '../messages.ts';

export const auth: Messages['auth'] = {
  toSignIn: 'Sie werden zur Anmeldung weitergeleitet…',
  signingIn: 'Sie werden angemeldet…',
  signIn: 'Anmelden',
  signInAgain: 'Erneut anmelden',
  signOut: 'Abmelden',
  signedOut: {
    title: 'Sie sind abgemeldet',
    text: 'Melden Sie sich an, um Ihr Konto zu verwalten.',
  },
  ended: {
    title: 'Melden Sie sich erneut an',
    text: 'Ihre Anmeldung ist abgelaufen. Was Sie eingegeben haben, ist noch nicht gespeichert: Kopieren Sie es vorher, wenn Sie es behalten möchten.',
    later: 'Nicht jetzt',
  },
  stuck: {
    title: 'Ihre Anmeldung wurde nicht akzeptiert',
    text: 'Sie haben sich angemeldet, aber diese Website konnte es nicht bestätigen. Versuchen Sie es noch einmal. Wenn es wieder geschieht, wenden Sie sich an den Support dieser Website.',
  },
  suspended: {
    title: 'Dieses Konto ist gesperrt',
    text: 'Sie können es derzeit nicht nutzen. Wenden Sie sich an den Support dieser Website, wenn Sie das für einen Irrtum halten.',
  },
  comeBack: {
    text: 'Haben Sie Ihr Konto deaktiviert oder seine Löschung beantragt?',
    action: 'Zurückkommen',
  },
  gone: {
    title: 'Dieses Konto gibt es nicht mehr',
    text: 'Es wurde gelöscht. Um diese Website weiter zu nutzen, melden Sie sich mit einem anderen Konto an.',
  },
  failed: {
    denied: {
      title: 'Anmeldung abgebrochen',
      text: 'Die Anmeldung wurde vor dem Ende abgebrochen. Es wurde nichts geändert.',
    },
    expired: {
      title: 'Diese Anmeldung ist abgelaufen',
      text: 'Sie wurde schon verwendet, hat zu lange gedauert oder wurde in einem anderen Browser geöffnet. Beginnen Sie von hier aus neu.',
    },
    clock: {
      title: 'Die Uhr Ihres Geräts geht falsch',
      text: 'Eine Anmeldung wird nur bei richtiger Uhrzeit akzeptiert. Stellen Sie Datum und Uhrzeit auf automatisch, und melden Sie sich dann erneut an.',
    },
    insecure: {
      title: 'Diese Verbindung ist nicht sicher',
      text: 'Die Anmeldung braucht eine Adresse, die mit https:// beginnt. Öffnen Sie diese Website dort.',
    },
    network: {
      title: 'Der Anmeldedienst war nicht erreichbar',
      text: 'Prüfen Sie Ihre Verbindung, und melden Sie sich dann erneut an.',
    },
    unknown: {
      title: 'Die Anmeldung hat nicht geklappt',
      text: 'Etwas Unerwartetes ist geschehen. Melden Sie sich erneut an.',
    },
  },
};
