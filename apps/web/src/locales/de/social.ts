import type { Messages } from '../messages.ts';

export const social: Messages['social'] = {
  title: 'Verknüpfte Konten',
  intro: 'Andere Konten, mit denen Sie sich hier anmelden.',
  linked: 'Social-Media-Konten',
  more: 'Weiteres Konto verknüpfen',
  noDetails: 'Kann zur Anmeldung genutzt werden',
  link: 'Verknüpfen',
  linkNamed: '{{name}} verknüpfen',
  unlink: 'Verknüpfung aufheben',
  unlinkNamed: 'Verknüpfung mit {{name}} aufheben',
  replace: 'Ersetzen',
  replaceNamed: '{{name}} ersetzen',
  goTo: 'Zu {{name}}',
  why: {
    NEEDS_SESSION:
      '{{name}} lässt sich nur bei der Anmeldung verknüpfen: Melden Sie sich ab, und wählen Sie es dann auf der Anmeldeseite.',
  },
  linking: {
    title: '{{name}} verknüpfen?',
    text: 'Sie bestätigen bei {{name}}, dass das Konto Ihnen gehört, und kommen hierher zurück. Danach können Sie sich damit anmelden.',
  },
  replacing: {
    title: 'Anderes {{name}}-Konto verwenden?',
    former: 'Derzeit verknüpft: {{former}}.',
    text: 'Wählen Sie bei {{name}} das andere Konto. Es tritt an die Stelle des bisherigen, mit dem Sie sich dann nicht mehr anmelden können. Wenn {{name}} nicht nach dem Konto fragt, melden Sie sich zuerst dort ab.',
  },
  unlinking: {
    title: 'Verknüpfung mit {{name}} aufheben?',
    known: 'Sie können sich nicht mehr mit {{known}} bei {{name}} anmelden.',
    text: 'Sie können sich nicht mehr mit {{name}} anmelden.',
    there:
      'Ihr Konto bei {{name}} bleibt, wie es ist. Was diese Website dort sehen darf, widerrufen Sie in den Einstellungen von {{name}}.',
  },
  unlinked: 'Die Verknüpfung mit {{name}} ist aufgehoben.',
  outcome: {
    linked: '{{name}} ist verknüpft. Sie können sich jetzt damit anmelden.',
    replaced:
      'Das andere {{name}}-Konto ist jetzt verknüpft. Mit dem bisherigen können Sie sich nicht mehr anmelden.',
    denied: 'Sie haben bei {{name}} abgebrochen. Es wurde nichts geändert.',
    refused:
      '{{name}} hat das Konto nicht bestätigt. Es wurde nichts geändert; versuchen Sie es noch einmal.',
    expired:
      'Die Verknüpfung kam nicht zustande: Sie wurde schon verwendet, hat zu lange gedauert oder wurde in einem anderen Fenster begonnen. Beginnen Sie von hier aus neu.',
    taken:
      'Dieses {{name}}-Konto gehört hier zu einer anderen Person. Heben Sie zuerst dort die Verknüpfung auf, oder verwenden Sie ein anderes.',
    notLinkable: '{{name}} kann hier nicht mehr verknüpft werden. Es wurde nichts geändert.',
    closed: 'Diese Website erlaubt Ihnen nicht, Konten zu verknüpfen. Es wurde nichts geändert.',
    unsure: 'Wir wissen nicht, wie das ausgegangen ist. Sehen Sie unten nach, welches Konto verknüpft ist.',
  },
  company: {
    title: 'Firmenkonten',
    note: 'Ihre Firma verwaltet sie. Sie kommen und gehen, wenn Sie sich über die Firma anmelden; hier kann daher nichts geändert werden.',
    locked: 'Dort verwaltet',
    since: 'Verknüpft <at/>',
    manages: 'Name und Bild kommen bei jeder Anmeldung von {{name}}: Ändern Sie sie dort.',
  },
  nothing: {
    title: 'Kein Social-Media-Konto verknüpft',
    text: 'Mit einem verknüpften Konto melden Sie sich mit einem Klick an und haben eine weitere Anmeldemethode, falls Sie Ihr Passwort vergessen.',
  },
};
