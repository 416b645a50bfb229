import type { Messages } from '../messages.ts';

export const shell: Messages['shell'] = {
  product: 'Konto',
  skip: 'Zum Inhalt springen',
  navigation: {
    label: 'Einstellungen',
    open: 'Menü öffnen',
    close: 'Menü schließen',
    you: 'Sie',
    security: 'Sicherheit',
    data: 'Daten',
    overview: 'Übersicht',
    profile: 'Persönliche Daten',
    organizations: 'Organisationen',
    social: 'Verknüpfte Konten',
    signIn: 'Anmeldung',
    mfa: 'Bestätigung in zwei Schritten',
    devices: 'Geräte',
    apps: 'Verbundene Apps',
    tokens: 'Zugriffstokens',
    activity: 'Aktivitäten',
    account: 'Daten und Konto',
  },
  menu: {
    open: 'Kontomenü',
    theme: 'Darstellung',
    system: 'System',
    light: 'Hell',
    dark: 'Dunkel',
    language: 'Sprache',
    signOut: 'Abmelden',
  },
  offline:
    'Sie sind offline. Sie können sich umsehen, aber Änderungen lassen sich erst speichern, wenn Sie wieder verbunden sind.',
  loading: 'Wird geladen',
  cancel: 'Abbrechen',
  locked: 'Schreibgeschützt',
  closed: {
    title: 'Nicht verfügbar',
    off: 'Diese Website nutzt diese Funktion nicht.',
    notAllowed:
      'Ihre Anmeldung erlaubt das nicht. Wenn sich das gerade geändert hat, melden Sie sich ab und wieder an.',
    readOnly: 'Das wird von dieser Website verwaltet und kann hier nicht geändert werden.',
  },
  dismiss: 'Schließen',
  errand: {
    back: 'Zurück zu {{site}}',
    done: 'Fertig',
    text: 'Sie können jetzt zu {{site}} zurückkehren.',
    stay: 'Hier bleiben',
  },
  footer: { support: 'Hilfe', terms: 'Nutzungsbedingungen', privacy: 'Datenschutz' },
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder der Link enthält einen Tippfehler.',
    action: 'Zur Übersicht',
  },
  boot: {
    title: 'Die Seite konnte nicht starten',
    text: 'Die Einstellungen konnten nicht geladen werden. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
    action: 'Erneut versuchen',
  },
};
