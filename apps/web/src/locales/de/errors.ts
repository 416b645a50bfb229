import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  problem: {
    SIGN_IN_REQUIRED: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich erneut an.',
    ACCOUNT_NOT_FOUND: 'Dieses Konto gibt es nicht mehr.',
    ACCOUNT_SUSPENDED: 'Dieses Konto ist gesperrt.',
    SCOPE_MISSING:
      'Sie dürfen das nicht. Wenn sich das gerade geändert hat, melden Sie sich ab und wieder an.',
    FIELD_NOT_EDITABLE:
      'Das kann hier nicht mehr geändert werden. Laden Sie die Seite neu, um zu sehen, was geändert werden kann.',
    INPUT_INVALID: 'Es wurde nichts gespeichert. Prüfen Sie Ihre Eingabe.',
    REQUEST_MALFORMED:
      'Der Server hat die Anfrage nicht verstanden. Laden Sie die Seite neu: Vielleicht gibt es eine neuere Version.',
    REQUEST_TOO_LARGE: 'Das ist zu groß, um gespeichert zu werden. Kürzen Sie es.',
    PROCEDURE_UNKNOWN:
      'Der Server kennt diese Funktion nicht. Laden Sie die Seite neu: Vielleicht gibt es eine neuere Version.',
    METHOD_NOT_ALLOWED:
      'Der Server akzeptiert die Anfrage nicht. Laden Sie die Seite neu: Vielleicht gibt es eine neuere Version.',
    TOO_MANY_REQUESTS: 'Zu viele Versuche. Warten Sie ein wenig, und versuchen Sie es dann noch einmal.',
    LOGTO_UNAVAILABLE: 'Der Anmeldedienst antwortet nicht. Versuchen Sie es in einer Minute noch einmal.',
    UNKNOWN: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es in einer Minute noch einmal.',
    STEP_UP_REQUIRED: 'Bestätigen Sie, dass Sie es sind, und versuchen Sie es dann noch einmal.',
    LAST_WAY_IN: 'Das ist die letzte Anmeldemethode für Ihr Konto. Fügen Sie zuerst eine andere hinzu.',
    NOT_AVAILABLE: 'Das ist für Ihr Konto nicht verfügbar.',
    DELETION_VETOED:
      'Ihr Konto kann derzeit nicht gelöscht werden. Wenden Sie sich an den Support, um den Grund zu erfahren.',
    NOT_FOUND: 'Das ist nicht mehr da. Vielleicht wurde es in einem anderen Fenster entfernt.',
    FLOW_EXPIRED: 'Das hat zu lange gedauert oder wurde woanders abgeschlossen. Beginnen Sie neu.',
    ALREADY_SET_UP: 'Das ist bereits eingerichtet. Laden Sie die Seite neu, um es zu sehen.',
    ALREADY_LINKED:
      'Dieses Konto ist hier mit einer anderen Person verknüpft. Heben Sie zuerst dort die Verknüpfung auf.',
    NOT_LINKABLE:
      'Dieses Konto kann hier nicht verknüpft werden. Melden Sie sich ab und stattdessen damit an.',
    PROVIDER_REFUSED:
      'Der andere Dienst hat das nicht bestätigt. Es wurde nichts geändert; versuchen Sie es noch einmal.',
    CODES_NOT_DELIVERABLE: 'Codes können derzeit nicht gesendet werden. Wenden Sie sich an den Support.',
    MAINTENANCE:
      'An dieser Website wird gerade gearbeitet. Sie ist bald wieder da, und nichts von Ihnen geht verloren.',
    STORE_UNAVAILABLE:
      'Geschützte Änderungen sind derzeit nicht möglich. Versuchen Sie es in einer Minute noch einmal.',
  },
  field: {
    REQUIRED: 'Füllen Sie dieses Feld aus.',
    TOO_SHORT: 'Verwenden Sie mindestens {{limit}} Zeichen.',
    TOO_LONG: 'Verwenden Sie höchstens {{limit}} Zeichen.',
    TOO_SMALL: 'Geben Sie {{limit}} oder mehr ein.',
    TOO_LARGE: 'Geben Sie {{limit}} oder weniger ein.',
    CHARACTERS_NOT_ALLOWED:
      'Das enthält ein Zeichen, das nicht gespeichert werden kann. Tippen Sie den Text, statt ihn einzufügen.',
    NOT_A_NUMBER: 'Geben Sie eine Zahl ein, zum Beispiel 42.',
    NOT_A_DATE: 'Geben Sie ein Datum ein, das es gibt.',
    NOT_A_URL: 'Geben Sie eine vollständige Adresse ein, die mit https:// beginnt.',
    NOT_A_TIME_ZONE: 'Wählen Sie eine Zeitzone aus der Liste.',
    NOT_A_LANGUAGE: 'Wählen Sie eine Sprache aus der Liste.',
    NOT_AN_OPTION: 'Wählen Sie eine der Optionen.',
    WRONG_FORMAT: 'Das hat nicht die erwartete Form.',
    WRONG_TYPE: 'Ein solcher Wert passt hier nicht.',
    UNKNOWN_FIELD: 'Das kann nicht mehr gespeichert werden. Laden Sie die Seite neu.',
    NOT_AN_EMAIL: 'Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com.',
    NOT_A_PHONE_NUMBER: 'Geben Sie eine Telefonnummer mit Landesvorwahl ein, zum Beispiel +49 30 23125 014.',
    TAKEN: 'Das ist schon vergeben. Wählen Sie etwas anderes.',
    SAME_AS_BEFORE: 'Das ist dasselbe wie vorher.',
    NOT_ALLOWED: 'Das ist hier nicht erlaubt.',
    IN_THE_PAST: 'Wählen Sie einen Zeitpunkt in der Zukunft.',
    TOO_FAR_AHEAD: 'Das liegt zu weit in der Zukunft.',
    CONFIRMATION_DIFFERS: 'Das stimmt nicht überein. Geben Sie es genau so ein, wie es angezeigt wird.',
    WRONG_PASSWORD: 'Das ist nicht Ihr Passwort.',
    WRONG_CODE: 'Dieser Code stimmt nicht. Prüfen Sie ihn, und versuchen Sie es noch einmal.',
    CODE_EXPIRED: 'Dieser Code ist nicht mehr gültig. Fordern Sie einen neuen an.',
    CODE_USED_UP: 'Zu viele falsche Codes. Fordern Sie einen neuen an.',
    STARTS_WITH_NUMBER: 'Das erste Zeichen darf keine Ziffer sein.',
    UPPERCASE_NOT_ALLOWED: 'Verwenden Sie keine Großbuchstaben.',
    LOWERCASE_NOT_ALLOWED: 'Verwenden Sie keine Kleinbuchstaben.',
    NUMBERS_NOT_ALLOWED: 'Verwenden Sie keine Ziffern.',
    UNDERSCORE_NOT_ALLOWED: 'Verwenden Sie keinen Unterstrich.',
    TOO_FEW_CHARACTER_TYPES:
      'Mischen Sie mindestens {{limit}} davon: Kleinbuchstaben, Großbuchstaben, Ziffern, Sonderzeichen.',
    LEAKED: 'Dieses Passwort steht in einer Liste bekannt gewordener Passwörter. Wählen Sie ein anderes.',
    REPETITION: 'Vermeiden Sie Wiederholungen wie aaaa.',
    SEQUENCE: 'Vermeiden Sie Folgen wie abcd oder 1234.',
    PERSONAL_INFO: 'Verwenden Sie nicht Ihren Namen, Nutzernamen, Ihre E-Mail-Adresse oder Telefonnummer.',
    FORBIDDEN_WORDS: 'Das enthält ein Wort, das nicht erlaubt ist.',
  },
  wait_one: 'Zu viele Versuche. Versuchen Sie es in {{count}} Sekunde noch einmal.',
  wait_other: 'Zu viele Versuche. Versuchen Sie es in {{count}} Sekunden noch einmal.',
  waited: 'Sie können es jetzt noch einmal versuchen.',
  offline: 'Sie sind offline. Versuchen Sie es noch einmal, wenn Sie verbunden sind.',
  unreachable:
    'Der Server war nicht erreichbar. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
  unknown:
    'Etwas ist schiefgegangen. Versuchen Sie es noch einmal; wenn es dabei bleibt, laden Sie die Seite neu.',
  reference: 'Wenn Sie um Hilfe bitten, nennen Sie diese Nummer: {{requestId}}',
  page: 'Diese Seite konnte nicht geladen werden',
  byItself: 'Diese Seite versucht es von selbst noch einmal.',
  again: 'Erneut versuchen',
};
