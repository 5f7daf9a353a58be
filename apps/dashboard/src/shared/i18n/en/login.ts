import type { login as chinese } from '../zh-cn/login.js';

export const login: typeof chinese = {
  login: {
    title: 'Log in',
    username: 'User name',
    password: 'Password',
    usernameMissing: 'Enter your user name',
    passwordMissing: 'Enter your password',
    capsLock: 'Caps Lock is on',
    submit: 'Log in',
    hubNotReachable: 'OpsGauge cannot be reached',
    secondFactor: 'Verification code',
    secondFactorHint:
      'Six digits from your authenticator app, or a recovery code if you do not have it at hand.',
    secondFactorMissing: 'Enter the code',
    otherAccount: 'Log in as somebody else',
  },
  invitation: {
    title: 'Choose a password',
    accept: 'Set password',
    for: '{{name}}, choose a password for your account.',
    usernameHint: 'You log in by this name.',
    accepted: 'Your password is set. Log in as {{username}}.',
    toLogin: 'To the login',
    linkTitle: 'Invitation for {{name}}',
    linkText: 'Hand it to the person on a safe way. It works once, until {{time}}, and is not shown again.',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    new: 'New password',
    repeat: 'New password again',
    rule: 'At least 12 characters; length matters most. It must not be a common password, contain the user name, or be one of your last five.',
    tooShort: 'At least 12 characters',
    repeatMissing: 'Enter the new password again',
    different: 'The two do not match',
    change: 'Change password',
    changed: 'Password changed; your other logins have ended',
    replaceTitle: 'Replace the generated password',
    replaceText: 'Your password was generated and others may have seen it. Replace it to go on.',
  },
};
