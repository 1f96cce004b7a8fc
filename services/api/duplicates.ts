/** What is known of a complaint that is being written. */
export interface GivenComplaint {
  accountName?: string | undefined;
  summary?: string | undefined;
  email?: string | undefined;
}

/** An escalation that may be the same complaint. */
export interface Candidate {
  summary: string;
  accountName: string;
  email: string | null;
  /** Neither settled nor withdrawn nor merged. */
  open: boolean;
}

/** How like it is, and why, in words. */
export interface Likeness {
  score: number;
  because: string[];
}

/** Words that any complaint may hold. */
const COMMON = new Set(
  'the and for are was were has had have not with that this from our their they its but who what when can cannot all any been since after before into about customer customers'.split(
    ' ',
  ),
);

/** Words of a longer summary beyond these add little, and the search grows with their square. */
const MOST_WORDS = 8;

/** One word in common says little. */
const FEWEST_IN_COMMON = 2;

const POINTS = { account: 4, contact: 4, words: 4, open: 2 } as const;

/** The words that tell a summary from others, the longest first. */
export function tellingWords(summary: string): string[] {
  return wordsOf(summary)
    .sort((one, other) => other.length - one.length)
    .slice(0, MOST_WORDS);
}

/** A word without its ending, so that "charged twice" meets "charges us twice". */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|s)$/u, '');
  return stem.length >= 4 ? stem : word;
}

/** How like a candidate is to what is being written; null where nothing speaks for it. */
export function likenessOf(
  given: GivenComplaint,
  candidate: Candidate,
  fold: (name: string) => string,
): Likeness | null {
  const sameAccount = isGiven(given.accountName) && fold(given.accountName) === fold(candidate.accountName);
  const sameContact = isGiven(given.email) && given.email.toLowerCase() === candidate.email?.toLowerCase();
  const words = wordsOf(given.summary ?? '');
  const common = inCommon(words, wordsOf(candidate.summary));
  const alike = common.length >= FEWEST_IN_COMMON;
  if (!sameAccount && !sameContact && !alike) return null;
  return {
    score:
      (sameAccount ? POINTS.account : 0) +
      (sameContact ? POINTS.contact : 0) +
      (common.length / Math.max(1, words.length)) * POINTS.words +
      (candidate.open ? POINTS.open : 0),
    because: [
      ...(sameAccount ? ['same account'] : []),
      ...(sameContact ? ['same contact'] : []),
      ...(common.length > 0 ? [`words in common: ${common.slice(0, MOST_WORDS).join(', ')}`] : []),
    ],
  };
}

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.length >= 3 && !COMMON.has(word)))];
}

function inCommon(given: readonly string[], others: readonly string[]): string[] {
  const stems = others.map(stemOf);
  return given.filter((word) => stems.some((stem) => sameStem(stemOf(word), stem)));
}

function sameStem(one: string, other: string): boolean {
  if (one === other) return true;
  return Math.min(one.length, other.length) >= 4 && (one.startsWith(other) || other.startsWith(one));
}
