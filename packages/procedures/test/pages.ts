import type { Client } from './kit.ts';

/** What each page of the app asks for when it is opened. */
export const pages = {
  overview: (person: Client) => [
    person.account.overview.query(),
    person.account.checkUp.query(),
    person.activity.list.query({ kind: 'change', limit: 3 }),
  ],
  'personal info': (person: Client) => [person.account.overview.query(), person.profile.get.query()],
  'sign-in': (person: Client) => [
    person.account.overview.query(),
    person.username.get.query(),
    person.password.get.query(),
  ],
  'two-step': (person: Client) => [person.account.overview.query(), person.mfa.list.query()],
  social: (person: Client) => [person.account.overview.query(), person.social.list.query()],
  enterprise: (person: Client) => [person.account.overview.query(), person.enterprise.list.query()],
  devices: (person: Client) => [person.account.overview.query(), person.sessions.list.query()],
  apps: (person: Client) => [person.account.overview.query(), person.apps.list.query()],
  tokens: (person: Client) => [person.account.overview.query(), person.tokens.list.query()],
  organizations: (person: Client) => [person.account.overview.query(), person.organizations.list.query()],
  activity: (person: Client) => [person.account.overview.query(), person.activity.list.query({})],
  'data and account': (person: Client) => [person.account.overview.query(), person.lifecycle.get.query()],
};
