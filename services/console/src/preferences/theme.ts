import type { PreferencesView } from '../../../api/views/preferences.schema';

const dark = matchMedia('(prefers-color-scheme: dark)');
let chosen: PreferencesView['theme'] = 'system';

/** Shows the chosen theme and motion; public/theme.js does the same before the first paint. */
export function applyTheme({ theme, reducedMotion }: Pick<PreferencesView, 'theme' | 'reducedMotion'>): void {
  chosen = theme;
  const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  document.documentElement.dataset.motion = reducedMotion ? 'reduced' : 'full';
}

// Whoever follows the system is taken along when it changes at dusk.
dark.addEventListener('change', () => {
  if (chosen === 'system') document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
});
