import type { Messages } from '../messages.ts';

export const apps: Messages['apps'] = {
  title: 'Verbundene Apps',
  intro: 'Apps, die für Sie handeln oder Inhalte Ihres Kontos sehen dürfen.',
  others: {
    title: 'Von anderen Unternehmen',
    text: 'Sie haben ihnen Zugriff gegeben. Entfernen Sie, was Sie nicht mehr nutzen.',
    consequence:
      '{{app}} kann nicht mehr für Sie handeln. Daten, die dort schon gespeichert sind, bleiben dort; bitten Sie das Unternehmen, sie zu löschen.',
  },
  own: {
    title: 'Teil dieser Website',
    text: 'Sie sind bei diesen Apps angemeldet.',
    consequence:
      'Sie werden auf allen Geräten bei {{app}} abgemeldet. Sie können sich jederzeit wieder anmelden.',
  },
  thisApp: 'Sie sind hier',
  since: 'Verbunden <at/>',
  privacy: 'Datenschutz',
  terms: 'Nutzungsbedingungen',
  ofApp: '{{text}} von {{app}}',
  remove: 'Entfernen',
  removeApp: '{{app}} entfernen',
  question: '{{app}} entfernen?',
  confirm: 'Entfernen',
  stillOpen:
    'Bereits erteilte Zugriffe können noch eine Weile gültig sein, meist bis zu einer Stunde. Danach gibt es keine neuen.',
  removed: '{{app}} wurde entfernt.',
  nothing: {
    title: 'Keine verbundenen Apps',
    text: 'Wenn Sie sich mit diesem Konto bei einer App anmelden, erscheint sie hier, und Sie können sie wieder entfernen.',
  },
};
