export const social = {
  title: 'Linked accounts',
  intro: 'Accounts elsewhere that sign you in here.',
  linked: 'Social accounts',
  more: 'Link another account',
  noDetails: 'Signs you in',
  link: 'Link',
  linkNamed: 'Link {{name}}',
  unlink: 'Unlink',
  unlinkNamed: 'Unlink {{name}}',
  replace: 'Replace',
  replaceNamed: 'Replace {{name}}',
  goTo: 'Go to {{name}}',
  why: {
    NEEDS_SESSION:
      '{{name}} can only be linked while you sign in with it: sign out, then choose it on the sign-in page.',
  },
  linking: {
    title: 'Link {{name}}?',
    text: 'You confirm at {{name}} that the account is yours, and come back here. From then on you can sign in with it.',
  },
  replacing: {
    title: 'Use another {{name}} account?',
    former: 'Now linked: {{former}}.',
    text: 'Choose the other account at {{name}}. It takes the place of this one, which can then no longer sign you in. If {{name}} does not ask which account to use, sign out there first.',
  },
  unlinking: {
    title: 'Unlink {{name}}?',
    known: 'You can no longer sign in with {{known}} at {{name}}.',
    text: 'You can no longer sign in with {{name}}.',
    there:
      'Your account at {{name}} stays as it is. To withdraw what this site may see there, use the settings of {{name}}.',
  },
  unlinked: '{{name}} is unlinked.',
  outcome: {
    linked: '{{name}} is linked. You can now sign in with it.',
    replaced: 'The other {{name}} account is linked now. The former one no longer signs you in.',
    denied: 'You stopped at {{name}}. Nothing has changed.',
    refused: '{{name}} did not confirm the account. Nothing has changed; try again.',
    expired:
      'This link was not made: it was already used, took too long, or was begun in another window. Start again from here.',
    taken: 'This {{name}} account belongs to another person here. Unlink it there first, or use another one.',
    notLinkable: '{{name}} can no longer be linked here. Nothing has changed.',
    closed: 'This site does not allow you to link accounts. Nothing has changed.',
    unsure: 'We could not see how this ended. Check below which account is linked.',
  },
  company: {
    title: 'Company accounts',
    note: 'Your company looks after them. They come and go when you sign in through it, so nothing can be changed here.',
    locked: 'Managed there',
    since: 'Linked <at/>',
    manages: 'Name and picture come from {{name}} at every sign-in: change them there.',
  },
  nothing: {
    title: 'No social account linked',
    text: 'With a linked account you sign in with a click, and have another way in when you forget your password.',
  },
};
