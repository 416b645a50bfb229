export const apps = {
  title: 'Connected apps',
  intro: 'Apps that may act for you or see what is in your account.',
  others: {
    title: 'From other companies',
    text: 'You have allowed them in. Remove what you no longer use.',
    consequence:
      '{{app}} can no longer act for you. What it keeps of you already stays with it; ask there to delete it.',
  },
  own: {
    title: 'Part of this site',
    text: 'You are signed in to them.',
    consequence: 'You are signed out of {{app}} on every device. You can sign in to it again at any time.',
  },
  thisApp: 'You are here',
  since: 'Connected <at/>',
  privacy: 'Privacy',
  terms: 'Terms of use',
  ofApp: '{{text}} of {{app}}',
  remove: 'Remove',
  removeApp: 'Remove {{app}}',
  question: 'Remove {{app}}?',
  confirm: 'Remove',
  stillOpen:
    'What it has been given already may go on working for a while, mostly up to an hour. After that it gets nothing new.',
  removed: '{{app}} is removed.',
  nothing: {
    title: 'No connected apps',
    text: 'When you sign in to an app with this account, it appears here, and you can remove it again.',
  },
};
