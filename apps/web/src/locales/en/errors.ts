import type { FieldErrorCode, ProblemCode } from '@account/procedures/schemas';

/** A code without a text does not compile. */
const problem = {
  SIGN_IN_REQUIRED: 'Your sign-in has ended. Sign in again to go on.',
  ACCOUNT_NOT_FOUND: 'This account no longer exists.',
  ACCOUNT_SUSPENDED: 'This account is suspended.',
  SCOPE_MISSING: 'You are not allowed to do this. If that changed a moment ago, sign out and in again.',
  FIELD_NOT_EDITABLE: 'This can no longer be changed here. Load the page again to see what can.',
  INPUT_INVALID: 'Nothing was saved. Check what you entered.',
  REQUEST_MALFORMED: 'The server did not understand this. Load the page again: there may be a newer version.',
  REQUEST_TOO_LARGE: 'This is too large to save. Shorten it.',
  PROCEDURE_UNKNOWN: 'The server does not know this. Load the page again: there may be a newer version.',
  METHOD_NOT_ALLOWED: 'The server does not accept this. Load the page again: there may be a newer version.',
  TOO_MANY_REQUESTS: 'Too many tries. Wait a little, then try again.',
  LOGTO_UNAVAILABLE: 'The sign-in service does not answer. Try again in a minute.',
  UNKNOWN: 'Something went wrong on our side. Try again in a minute.',
} satisfies Record<ProblemCode, string>;

const field = {
  REQUIRED: 'Fill this in.',
  TOO_SHORT: 'Use at least {{limit}} characters.',
  TOO_LONG: 'Use at most {{limit}} characters.',
  TOO_SMALL: 'Enter {{limit}} or more.',
  TOO_LARGE: 'Enter {{limit}} or less.',
  CHARACTERS_NOT_ALLOWED: 'This has a character that cannot be stored. Type the text instead of pasting it.',
  NOT_A_NUMBER: 'Enter a number, such as 42.',
  NOT_A_DATE: 'Enter a date that exists.',
  NOT_A_URL: 'Enter a full address that begins with https://.',
  NOT_A_TIME_ZONE: 'Choose a time zone from the list.',
  NOT_A_LANGUAGE: 'Choose a language from the list.',
  NOT_AN_OPTION: 'Choose one of the options.',
  WRONG_FORMAT: 'This does not have the expected form.',
  WRONG_TYPE: 'This kind of value does not fit here.',
  UNKNOWN_FIELD: 'This can no longer be saved. Load the page again.',
} satisfies Record<FieldErrorCode, string>;

export const errors = {
  problem,
  field,
  wait_one: 'Too many tries. Try again in {{count}} second.',
  wait_other: 'Too many tries. Try again in {{count}} seconds.',
  waited: 'You can try again now.',
  offline: 'You are offline. Try again when you are connected.',
  unreachable: 'The server was not reached. Check your connection and try again.',
  unknown: 'Something went wrong. Try again; if it stays, load the page again.',
  reference: 'If you ask for help, quote this number: {{requestId}}',
  page: 'This page could not be loaded',
  again: 'Try again',
};
