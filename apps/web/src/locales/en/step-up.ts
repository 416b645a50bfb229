export const stepUp = {
  title: 'Confirm that it is you',
  why: {
    change:
      'This protects your account if somebody else uses this device. You are then not asked again for {{minutes}} minutes.',
    delete: 'Because this is about the whole account, it asks again, even if you have just confirmed.',
  },
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  confirm: 'Confirm',
  cancel: 'Cancel',
  otherWay: 'Use another way',
  ways: 'How do you want to confirm?',
  way: {
    password: 'With your password',
    email: 'With a code to {{to}}',
    phone: 'With a code to {{to}}',
    reauthenticate: 'By signing in again',
  },
  send: 'Send code',
  sendTo: 'We will send a code to {{to}}.',
  reauthenticate: {
    text: 'You sign in once more and come straight back here, to finish what you began.',
    action: 'Go to sign-in',
  },
  loading: 'Loading',
  again: 'Try again',
  back: {
    confirmed: 'You have confirmed that it is you. Now finish what you began.',
    notConfirmed: 'You did not confirm that it is you. Nothing was changed.',
    otherPerson: 'Somebody else has signed in. Nothing was changed.',
  },
};
