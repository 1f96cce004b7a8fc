const NO_PART_OF_A_WORD = /[^\p{L}\p{N}\p{M}]+/u;

/** `pat@northwind.example` as the words that it is made of. */
function partsOf(word: string): string[] {
  return word.split(NO_PART_OF_A_WORD).filter(Boolean);
}

/**
 * A text as searches look through it: itself, and after it whatever is made of several parts once more in its parts, so
 * that a number is found without the letters before it, and an address by its domain.
 */
export function searchable(text: string): string {
  const composed = text.split(/\s+/).map(partsOf);
  const again = composed.filter((parts) => parts.length > 1).map((parts) => parts.join(' '));
  return [text, ...again].join('\n');
}

/** What somebody looks for as a tsquery: every word must be there, the last part of each as a beginning. */
export function searchQuery(q: string): string {
  const words = q.split(/\s+/).map(partsOf);
  return words
    .filter((parts) => parts.length > 0)
    .map((parts) => `(${parts.map((part, at) => `'${part}'${at === parts.length - 1 ? ':*' : ''}`).join(' <-> ')})`)
    .join(' & ');
}
