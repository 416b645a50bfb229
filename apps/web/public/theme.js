// Runs before the first paint, so that the page never flashes in the other theme. A file of its own: the content
// security policy allows no inline script.
try {
  const theme = localStorage.getItem('account:theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the page follows the system.
}
