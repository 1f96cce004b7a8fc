const LONGEST = 2_000;
/** Any origin will do: what leads away from it is not a path of ours. */
const HERE = 'http://here.invalid';

/** The page of ours to go back to: a path on this origin as it was asked for, else the front page. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST) return '/';
  if (!/^\/[^\\\u0000-\u001f\u007f]*$/.test(asked) || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  const path = `${pathname}${search}${hash}`;
  // `/.//evil` becomes `//evil` once it is resolved.
  const leadsAway = origin !== HERE || path.startsWith('//') || path.startsWith('/auth/');
  return leadsAway || path.length > LONGEST ? '/' : path;
}
