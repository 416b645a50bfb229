import type { Messages } from '../messages.ts';

export const account: Messages['account'] = {
  title: 'Daten und Konto',
  intro: 'Nehmen Sie Ihre Daten mit, legen Sie eine Pause ein, oder verlassen Sie diese Website für immer.',
  data: {
    title: 'Ihre Daten',
    name: 'Ihre Daten herunterladen',
    about:
      'Alles, was diese Seiten über Sie wissen, in einer Datei (JSON). Sie enthält weder Passwort noch Token.',
    action: 'Herunterladen',
  },
  leave: 'Website verlassen',
  deactivate: {
    name: 'Konto deaktivieren',
    about: 'Niemand kann es nutzen, bis Sie zurückkommen. Es wird nichts gelöscht.',
    action: 'Deaktivieren',
    question: 'Konto deaktivieren?',
    closed: 'Sie werden überall abgemeldet, und niemand kann sich anmelden.',
    kept: 'Alles bleibt, wie es ist: Ihr Profil, Ihre Mitgliedschaften und Ihre Tokens.',
    back: 'Sie können jederzeit mit Ihrem Passwort oder einem Code zurückkommen.',
    confirm: 'Konto deaktivieren',
  },
  delete: {
    name: 'Konto löschen',
    aboutGrace_one:
      'Es wird sofort geschlossen und nach {{count}} Tag gelöscht. Bis dahin können Sie es sich anders überlegen.',
    aboutGrace_other:
      'Es wird sofort geschlossen und nach {{count}} Tagen gelöscht. Bis dahin können Sie es sich anders überlegen.',
    aboutNow: 'Es wird sofort gelöscht, und niemand kann es wiederherstellen.',
    action: 'Löschen',
    question: 'Konto löschen?',
    later:
      'Ihr Konto wird jetzt geschlossen und am {{day}} gelöscht. Bis dahin können Sie mit Ihrem Passwort oder einem Code zurückkommen.',
    now: 'Ihr Konto wird sofort gelöscht. Niemand kann es wiederherstellen, auch nicht der Support.',
    type: 'Geben Sie zur Bestätigung {{text}} ein',
    confirm: 'Konto löschen',
  },
  impact: {
    profile: 'Ihr Profil und alle Anmeldemethoden werden gelöscht.',
    organizations: 'Sie sind nicht mehr Mitglied von {{names}}.',
    apps_one: '{{count}} verbundene App verliert den Zugriff.',
    apps_other: '{{count}} verbundene Apps verlieren den Zugriff.',
    tokens_one: '{{count}} Zugriffstoken wird ungültig.',
    tokens_other: '{{count}} Zugriffstokens werden ungültig.',
    kept: 'Ein Protokoll der Vorgänge im Konto wird aus Sicherheitsgründen für begrenzte Zeit aufbewahrt.',
  },
};
