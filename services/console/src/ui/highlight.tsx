import type { ReactNode } from 'react';

/** A text with the words that were searched for marked, where they begin a word of it. */
export function Highlight({ text, q }: { text: string; q: string | undefined }): ReactNode {
  const pattern = patternOf(q);
  if (!pattern) return text;
  return text.split(pattern).map((part, index) =>
    index % 2 === 1 ? (
      <mark key={index} className="rounded-sm bg-warn-soft text-warn underline decoration-2">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

let last: { q: string; pattern: RegExp | null } = { q: '', pattern: null };

/** The server takes a query apart in the same way, and finds words that begin so. */
function patternOf(q = ''): RegExp | null {
  if (q === last.q) return last.pattern;
  const words = q
    .split(/[^\p{L}\p{N}@._-]+/u)
    .filter(Boolean)
    .slice(0, 20);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = escaped.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})`, 'giu');
  last = { q, pattern };
  return pattern;
}
