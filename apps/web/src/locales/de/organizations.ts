import type { Messages } from '../messages.ts';

export const organizations: Messages['organizations'] = {
  title: 'Organisationen',
  intro: 'Die Teams und Unternehmen, zu denen Ihr Konto gehört.',
  list: 'Sie sind Mitglied von',
  noRoles: 'Mitglied ohne Rolle',
  mfaRequired: 'Verlangt von Mitgliedern die Bestätigung in zwei Schritten',
  leave: 'Verlassen',
  leaveNamed: '{{name}} verlassen',
  question: '{{name}} verlassen?',
  consequence:
    'Sie verlieren sofort den Zugriff auf alles von {{name}}. Was Sie dort erstellt haben, bleibt dort.',
  rolesLost_one: 'Sie verlieren Ihre Rolle: {{roles}}.',
  rolesLost_other: 'Sie verlieren Ihre Rollen: {{roles}}.',
  wayBack:
    'Sie können nicht von selbst zurückkommen: Jemand von dort muss Sie wieder hinzufügen. Wenn außer Ihnen niemand mehr die Organisation verwaltet, übergeben Sie das zuerst.',
  left: 'Sie haben {{name}} verlassen.',
  nothing: {
    title: 'Sie gehören zu keiner Organisation',
    text: 'Wenn ein Team oder ein Unternehmen Sie hinzufügt, erscheint es hier mit dem, was Sie dort dürfen.',
  },
};
