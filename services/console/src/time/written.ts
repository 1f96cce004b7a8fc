const MOST = 100;
const kept = new Map<string, Intl.DateTimeFormat>();

/** A writer of moments, made once for the same options: making one costs more than a hundred moments that it writes. */
export function written(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const known = kept.get(name);
  if (known) return known;
  if (kept.size >= MOST) kept.clear();
  const made = new Intl.DateTimeFormat(locale, options);
  kept.set(name, made);
  return made;
}
