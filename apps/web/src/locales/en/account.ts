export const account = {
  title: 'Data and account',
  intro: 'Take your data with you, take a break from this site, or leave it for good.',
  data: {
    title: 'Your data',
    name: 'Download your data',
    about:
      'Everything that these pages know about you, in one file (JSON). It holds no password and no token.',
    action: 'Download',
  },
  leave: 'Leaving',
  deactivate: {
    name: 'Deactivate your account',
    about: 'Nobody can use it until you come back. Nothing is deleted.',
    action: 'Deactivate',
    question: 'Deactivate your account?',
    closed: 'You are signed out everywhere, and nobody can sign in.',
    kept: 'Everything stays as it is: your profile, your memberships, your tokens.',
    back: 'You can come back at any time with your password or a code.',
    confirm: 'Deactivate account',
  },
  delete: {
    name: 'Delete your account',
    aboutGrace_one:
      'It is closed at once and deleted after {{count}} day. Until then you can change your mind.',
    aboutGrace_other:
      'It is closed at once and deleted after {{count}} days. Until then you can change your mind.',
    aboutNow: 'It is deleted at once, and nobody can bring it back.',
    action: 'Delete',
    question: 'Delete your account?',
    later:
      'Your account is closed now and deleted on {{day}}. Until then you can come back with your password or a code.',
    now: 'Your account is deleted at once. Nobody can bring it back, not even the support.',
    type: 'Type {{text}} to confirm',
    confirm: 'Delete account',
  },
  impact: {
    profile: 'Your profile and every way to sign in are deleted.',
    organizations: 'You are no longer a member of {{names}}.',
    apps_one: '{{count}} connected app loses its access.',
    apps_other: '{{count}} connected apps lose their access.',
    tokens_one: '{{count}} access token stops working.',
    tokens_other: '{{count}} access tokens stop working.',
    kept: 'A record of what was done to the account is kept for a limited time, for security.',
  },
};
