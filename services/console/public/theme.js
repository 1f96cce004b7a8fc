// Runs before the first paint, so that nobody is blinded by the wrong theme. Kept in step with src/preferences/theme.ts.
(function () {
  var theme = 'system';
  try {
    theme = JSON.parse(localStorage.getItem('upstairs.preferences') || '{}').theme || 'system';
  } catch (error) {
    // Without storage the system's theme holds.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
