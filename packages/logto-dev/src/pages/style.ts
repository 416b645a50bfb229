/** The style of every page of this server. `--brand` comes from the sign-in experience. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #fff; --text: #1b1f24; --soft: #59636e; --line: #d5d9df; --field: #fff;
  --hover: #f2f4f7; --bad: #b42318; --bad-soft: #fef3f2; --on-brand: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #101317; --card: #181c22; --text: #e9edf2; --soft: #9aa6b4; --line: #333b46; --field: #12161b;
    --hover: #20262e; --bad: #ff8a7d; --bad-soft: #2c1817; --on-brand: #06201d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100dvh; padding: 2rem 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif;
  display: flex; flex-direction: column; align-items: center; justify-content: safe center; gap: 1.25rem;
}
main { width: 100%; max-width: 25rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 2rem; }
main.wide { max-width: 44rem; }
@media (max-width: 30rem) { body { padding: 1rem 0.75rem; } main { padding: 1.5rem 1.25rem; } }
.brand { display: block; height: 2rem; margin-bottom: 1.25rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.01em; }
h2 { margin: 0 0 0.5rem; font-size: 0.875rem; font-weight: 600; color: var(--soft); }
p { margin: 0.25rem 0 0; }
.soft, footer { color: var(--soft); }
footer { font-size: 0.875rem; text-align: center; }
a { color: inherit; text-underline-offset: 0.2em; }
form { margin: 0; }
.fields { display: grid; gap: 1rem; margin-top: 1.5rem; }
label { display: block; font-weight: 500; margin-bottom: 0.375rem; }
input[type=text], input[type=password], input[type=email] {
  width: 100%; height: 2.75rem; padding: 0 0.75rem; font: inherit; color: inherit; background: var(--field);
  border: 1px solid var(--line); border-radius: 0.625rem;
}
input[aria-invalid=true] { border-color: var(--bad); }
.error { color: var(--bad); font-size: 0.875rem; margin-top: 0.375rem; }
.notice { background: var(--bad-soft); color: var(--bad); border-radius: 0.625rem; padding: 0.75rem 1rem; margin-top: 1.25rem; }
button, .button {
  display: flex; align-items: center; justify-content: center; width: 100%; min-height: 2.75rem; padding: 0 1rem;
  font: inherit; font-weight: 600; border-radius: 0.625rem; border: 1px solid var(--line); background: none;
  color: inherit; cursor: pointer; text-decoration: none;
}
button:hover, .button:hover { background: var(--hover); }
button.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
button.main:hover { filter: brightness(1.08); }
button.text { border: 0; min-height: 2rem; font-weight: 500; color: var(--soft); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.stack { display: grid; gap: 0.75rem; margin-top: 0.75rem; }
section { margin-top: 1.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
ul { list-style: none; margin: 0 -0.5rem; padding: 0; }
li button, li .button {
  justify-content: space-between; gap: 0.75rem; border: 0; padding: 0.375rem 0.5rem; font-weight: 400; text-align: start;
  border-radius: 0.5rem;
}
li code { white-space: nowrap; }
li small { display: block; color: var(--soft); font-size: 0.8125rem; }
table { width: 100%; border-collapse: collapse; margin-top: 1rem; }
th, td { text-align: start; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
code { font: 0.9375em/1.5 ui-monospace, 'SF Mono', Menlo, monospace; overflow-wrap: anywhere; }
.code { font-size: 1.25rem; letter-spacing: 0.1em; }
.scroll { overflow-x: auto; }
`;
