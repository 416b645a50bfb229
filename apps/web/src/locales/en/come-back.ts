export const comeBack = {
  title: 'Come back',
  intro: 'Open an account again that you deactivated, or call off its deletion.',
  identifier: 'Email, phone or username',
  identifierHint: 'Phone numbers with their country code, such as +44.',
  continue: 'Continue',
  back: 'Back',
  open: 'Open my account',
  usePassword: 'Use the password instead',
  sent: 'If an account with {{to}} is waiting for you to come back, a code is on its way there. It may take a minute.',
  passwordFor: 'Enter the password of {{identifier}}.',
  noCode: 'Codes can only be sent to the email address or phone number of the account.',
  done: {
    title: 'Welcome back',
    deactivation: 'Your account is open again, and everything is as you left it.',
    deletion: 'Your account is open again. It is not going to be deleted.',
  },
  left: {
    deactivated: {
      title: 'Your account is deactivated',
      text: 'You are signed out everywhere, and nobody can sign in. Nothing was deleted.',
    },
    deletion: {
      title: 'Your account will be deleted on {{day}}',
      text: 'It is closed already. Until that day you can call the deletion off.',
    },
    deleted: {
      title: 'Your account is deleted',
      text: 'Thank you for having been here. You can close this page.',
    },
    keep: 'To come back, open this address:',
    action: 'Come back now',
  },
};
