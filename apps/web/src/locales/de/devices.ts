import type { Messages } from '../messages.ts';

export const devices: Messages['devices'] = {
  title: 'Geräte',
  intro: 'Wo Sie mit diesem Konto angemeldet sind.',
  list: 'Ihre Geräte',
  hint: 'Ist eines dabei, das Sie nicht kennen? Melden Sie es ab und sagen Sie es dabei: Wir helfen Ihnen dann, Ihr Konto zu schützen.',
  hereUnknown: 'Diese Website kann nicht erkennen, welches davon Sie gerade nutzen.',
  here: 'Dieses Gerät',
  kinds: {
    phone: '{{system}}-Smartphone',
    tablet: '{{system}}-Tablet',
    desktop: '{{system}}-Computer',
    unknown: '{{system}}',
  },
  unnamed: {
    phone: 'Smartphone',
    tablet: 'Tablet',
    desktop: 'Computer',
    unknown: 'Unbekanntes Gerät',
  },
  browserUnknown: 'Unbekannter Browser',
  sessionName: '{{browser}} ({{device}})',
  place: '{{city}}, {{country}}',
  signedIn: 'Angemeldet <at/>',
  signOut: 'Abmelden',
  signOutOf: '{{session}} abmelden',
  question: '{{session}} abmelden?',
  signedOut: '{{session}} ist abgemeldet.',
  consequence:
    'Wer es nutzt, muss sich neu anmelden. Apps darauf können noch bis zu einer Stunde weiterlaufen.',
  maybeHere: 'Wenn es das ist, das Sie gerade nutzen, werden Sie hier abgemeldet.',
  consequenceHere:
    'Das ist das Gerät, das Sie gerade nutzen. Um zurückzukommen, müssen Sie sich neu anmelden.',
  facts: {
    signedIn: 'Angemeldet',
    place: 'Ort',
    network: 'Netzwerk',
    apps: 'Genutzt von',
  },
  strange: {
    label: 'Ich kenne dieses Gerät nicht',
    hint: 'Wir melden es ab und helfen Ihnen dann, Fremde fernzuhalten.',
  },
  secure: {
    title: 'Schützen Sie jetzt Ihr Konto',
    later: 'Nicht jetzt',
    password: {
      text: 'Wenn Sie es nicht waren, kennt vielleicht jemand Ihr Passwort. Wählen Sie ein neues, und melden Sie dabei alle anderen Geräte ab.',
      action: 'Passwort ändern',
    },
    other: {
      text: 'Wenn Sie es nicht waren, hat vielleicht jemand Zugang zu einem Konto, mit dem Sie sich anmelden. Prüfen Sie, welche verknüpft sind, und schützen Sie auch diese.',
      action: 'Verknüpfte Konten prüfen',
    },
  },
  many: 'Mehrere auf einmal',
  others: {
    label: 'Alle anderen Geräte',
    text: 'Hier bleiben Sie angemeldet.',
    action: 'Andere abmelden',
    question: 'Alle anderen Geräte abmelden?',
    consequence:
      'Hier bleiben Sie angemeldet, überall sonst müssen Sie sich neu anmelden. Apps dort können noch bis zu einer Stunde weiterlaufen.',
    done_one: '{{count}} anderes Gerät wurde abgemeldet.',
    done_other: '{{count}} andere Geräte wurden abgemeldet.',
  },
  all: {
    label: 'Überall',
    text: 'Auch dieses Gerät wird abgemeldet.',
    action: 'Überall abmelden',
    question: 'Überall abmelden, auch hier?',
    consequence:
      'Jedes Gerät wird abgemeldet, auch dieses: Sie kommen zurück, indem Sie sich neu anmelden. Apps können noch bis zu einer Stunde weiterlaufen.',
  },
  nothing: {
    title: 'Keine Geräte',
    text: 'Wenn Sie sich mit einem Browser anmelden, erscheint er hier mit Zeit und Ort.',
  },
};
