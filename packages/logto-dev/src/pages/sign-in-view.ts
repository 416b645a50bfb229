import type { DemoPerson } from '../seed-data/people.ts';
import { type Html, html } from './html.ts';

export type SignInView = {
  application: string;
  identifier?: string;
  /** Shown below the password. */
  error?: string;
  /** Shown above the form: why this person cannot come in at all. */
  notice?: string;
  people: DemoPerson[];
  hasSocial: boolean;
};

export function signInView({ application, identifier = '', ...view }: SignInView): Html {
  const { error, notice, people, hasSocial } = view;
  return html`<h1>Sign in</h1>
<p class="soft">to continue to ${application}</p>
${notice && html`<p class="notice" role="alert">${notice}</p>`}
<form method="post" action="/sign-in" class="fields">
<div>
<label for="identifier">Email, phone or username</label>
<input id="identifier" name="identifier" type="text" value="${identifier}" autocomplete="username webauthn" autocapitalize="none" spellcheck="false" required${identifier === '' && html` autofocus`}>
</div>
<div>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${identifier !== '' && html` autofocus`}${error && html` aria-invalid="true" aria-describedby="password-error"`}>
${error && html`<p class="error" id="password-error" role="alert">${error}</p>`}
</div>
<button class="main">Sign in</button>
</form>
${hasSocial && html`<div class="stack"><a class="button" href="/sign-in/social">Continue with Pretend</a></div>`}
${people.length > 0 && html`<section aria-labelledby="people"><h2 id="people">Or be one of the demo people</h2><ul>${people.map(personItem)}</ul></section>`}`;
}

function personItem({ label, identifier, password }: DemoPerson): Html {
  const [name = label, about = ''] = label.split(': ');
  const text = html`<span>${name}<small>${about}</small></span><code class="soft">${password === null ? 'Pretend' : identifier}</code>`;
  if (password === null)
    return html`<li><a class="button" href="/sign-in/social?user=${encodeURIComponent(identifier)}">${text}</a></li>`;
  return html`<li><form method="post" action="/sign-in">
<input type="hidden" name="identifier" value="${identifier}"><input type="hidden" name="password" value="${password}">
<button>${text}</button></form></li>`;
}

export type SecondStepView = {
  hasBackupCodes: boolean;
  isBackup: boolean;
  /** What the app of a demo person shows at this moment. */
  demoCode: string | undefined;
  error?: string | undefined;
};

export function secondStepView({ hasBackupCodes, isBackup, demoCode, error }: SecondStepView): Html {
  const hint = isBackup
    ? 'Type one of your unused backup codes.'
    : 'Type the code that your authenticator app shows.';
  return html`<h1>Two-step verification</h1>
<p class="soft">${hint}${!isBackup && demoCode && html` For this demo person it is <code>${demoCode}</code>.`}</p>
<form method="post" action="/sign-in/second-step" class="fields">
<input type="hidden" name="kind" value="${isBackup ? 'BackupCode' : 'Totp'}">
<div>
<label for="code">${isBackup ? 'Backup code' : 'Code of 6 digits'}</label>
<input id="code" name="code" type="text" class="code" autocomplete="one-time-code"${!isBackup && html` inputmode="numeric" maxlength="6"`} autocapitalize="none" spellcheck="false" required autofocus${error && html` aria-invalid="true" aria-describedby="code-error"`}>
${error && html`<p class="error" id="code-error" role="alert">${error}</p>`}
</div>
<button class="main">Continue</button>
</form>
${hasBackupCodes && html`<div class="stack"><a class="button" href="/sign-in/second-step${!isBackup && '?kind=BackupCode'}">${isBackup ? 'Use the authenticator app' : 'Use a backup code'}</a></div>`}`;
}
