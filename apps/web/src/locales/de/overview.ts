import type { Messages } from '../messages.ts';

export const overview: Messages['overview'] = {
  title: 'Übersicht',
  intro: 'Wer Sie hier sind und was Sie verwalten können.',
  you: 'Ihr Konto',
  unnamed: 'Noch kein Name',
  memberSince: 'Mitglied seit',
  lastSignIn: 'Letzte Anmeldung',
  never: 'Noch keine',
  details: 'Kontodaten',
  name: 'Name',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',
  username: 'Nutzername',
  password: 'Passwort',
  passwordSet: 'Festgelegt',
  notSet: 'Nicht festgelegt',
  userId: 'Konto-ID',
  copy: 'Kopieren',
  copyField: '{{field}} kopieren',
  copied: 'Konto-ID kopiert.',
  checkUp: {
    title: 'Sicherheitscheck',
    about: '{{action}}: {{about}}',
    good: {
      title: 'Nichts zu tun',
      text: 'Ihr Konto ist gut geschützt. Wenn sich das ändert, erfahren Sie es hier.',
    },
    'no-second-factor': {
      title: 'Keine Bestätigung in zwei Schritten',
      text: 'Wer Ihr Passwort erfährt, kann sich anmelden. Ein zweiter Schritt verhindert das.',
    },
    'single-way-in': {
      title: 'Nur eine Anmeldemethode',
      text: 'Wenn Sie sie verlieren, kommen Sie nicht mehr in Ihr Konto. Fügen Sie eine weitere hinzu.',
    },
    'few-backup-codes': {
      title_zero: 'Keine Backup-Codes mehr',
      title_one: 'Nur noch {{count}} Backup-Code',
      title_other: 'Nur noch {{count}} Backup-Codes',
      text: 'Mit ihnen kommen Sie hinein, wenn Sie Ihr Smartphone verlieren. Erstellen Sie rechtzeitig neue.',
    },
    'no-recovery-address': {
      title: 'Keine E-Mail-Adresse oder Telefonnummer',
      text: 'Ohne eine davon kann Ihnen niemand helfen, wenn Sie Ihr Passwort vergessen.',
    },
    actions: {
      password: 'Passwort festlegen',
      email: 'E-Mail-Adresse hinzufügen',
      phone: 'Telefonnummer hinzufügen',
      social: 'Konto verknüpfen',
      mfa: 'Einrichten',
    },
  },
  recent: { title: 'Letzte Aktivitäten', all: 'Alle ansehen' },
};
