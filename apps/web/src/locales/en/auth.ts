export const auth = {
  toSignIn: 'Taking you to sign in…',
  signingIn: 'Signing you in…',
  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  signedOut: {
    title: 'You are signed out',
    text: 'Sign in to look after your account.',
  },
  ended: {
    title: 'Sign in again to go on',
    text: 'Your sign-in has ended. What you have typed is not saved yet: copy it first if you want to keep it.',
    later: 'Not now',
  },
  stuck: {
    title: 'Your sign-in was not accepted',
    text: 'You signed in, but this site could not confirm it. Try again. If it happens once more, tell the support of this site.',
  },
  suspended: {
    title: 'This account is suspended',
    text: 'You cannot use it for now. Ask the support of this site if you think that this is a mistake.',
  },
  comeBack: {
    text: 'Have you deactivated your account, or asked for its deletion?',
    action: 'Come back',
  },
  gone: {
    title: 'This account no longer exists',
    text: 'It has been deleted. To use this site again, sign in with another account.',
  },
  failed: {
    denied: {
      title: 'Sign-in was cancelled',
      text: 'You, or the sign-in page, stopped before the end. Nothing has changed.',
    },
    expired: {
      title: 'This sign-in has expired',
      text: 'It was already used, took too long, or was opened in another browser. Start again from here.',
    },
    clock: {
      title: 'The clock of your device is wrong',
      text: 'A sign-in is only accepted when the time is right. Set date and time to automatic, then sign in again.',
    },
    insecure: {
      title: 'This connection is not secure',
      text: 'Signing in needs an address that begins with https://. Open this site there.',
    },
    network: {
      title: 'The sign-in service was not reached',
      text: 'Check your connection, then sign in again.',
    },
    unknown: {
      title: 'Signing in did not work',
      text: 'Something unexpected happened. Sign in again.',
    },
  },
};
