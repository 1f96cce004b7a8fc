const TRIED = 'upstairs.reloadedFor';

// After an update of the server the parts that an open page has not loaded yet are gone: the page begins anew, once for
// each of them. What was typed is kept by its form.
window.addEventListener('vite:preloadError', (event) => {
  const missing = event.payload.message;
  if (sessionStorage.getItem(TRIED) === missing) return;
  sessionStorage.setItem(TRIED, missing);
  event.preventDefault();
  window.location.reload();
});
