import type { ReactNode } from 'react';
import type { Mark, MarkKind } from './marks';

const RUNG_LETTERS: Readonly<Record<string, string>> = { manager: 'M', director: 'D', vp: 'VP', everyone: 'All' };
const ORDER = ['manager', 'director', 'vp', 'everyone'];

/** So many rungs are told one by one, more only by the highest and their number. */
const FEW = 3;

/** What the mark of some rungs says: `M`, `M D`, `VP ×5`. */
function rungLetters(marks: readonly Mark[]): string {
  const letters = marks.map(({ rung = '' }) => RUNG_LETTERS[rung] ?? '?');
  if (marks.length <= FEW) return letters.join(' ');
  const highest = marks.reduce((most, { rung = '' }) => Math.max(most, ORDER.indexOf(rung)), 0);
  return `${RUNG_LETTERS[ORDER[highest] ?? ''] ?? '?'} ×${marks.length}`;
}

/** A rung of a chain, or several that lie close together. */
export function ChainShape({ marks }: { marks: readonly Mark[] }): ReactNode {
  const unheard = marks.some(({ kind }) => kind === 'unheard');
  const told = marks.filter(({ kind }) => kind === 'rung');
  const words = unheard ? '!' : rungLetters(told.length > 0 ? told : marks);
  const width = 12 + words.length * 5.5;
  // Several begin where the first of them lies; one stands in the middle of its moment.
  const x = told.length > 1 ? -9 : -width / 2;
  const look = told.length > 0 || unheard ? 'fill-danger-soft stroke-danger' : 'fill-surface stroke-line-strong';
  return (
    <>
      <rect
        {...{ x, y: -8, width, height: 16, rx: unheard ? 2 : 8 }}
        className={look}
        strokeWidth={1.25}
        strokeDasharray={told.length > 0 || unheard ? undefined : '3 2'}
      />
      <text
        {...{ x: x + width / 2, y: 3.5, textAnchor: 'middle', fontSize: 10, fontWeight: 600 }}
        className={told.length > 0 || unheard ? 'fill-danger' : 'fill-ink-soft'}
      >
        {words}
      </text>
    </>
  );
}

/** A moment on the bar: each kind has a shape of its own. */
export function BarShape({ kind }: { kind: MarkKind }): ReactNode {
  if (kind === 'breach')
    return <path d="M0 -8 L8 6 L-8 6 Z" className="fill-danger-fill stroke-surface" strokeWidth={1.5} />;
  if (kind === 'met')
    return (
      <>
        <circle r={8} className="fill-good-fill stroke-surface" strokeWidth={1.5} />
        <path d="M-3.5 0 L-1 2.5 L3.5 -2.5" className="fill-none stroke-surface" strokeWidth={2} />
      </>
    );
  const look = kind === 'reminded' ? 'fill-warn-fill stroke-surface' : 'fill-surface stroke-warn';
  return <path d="M0 -6 L6 0 L0 6 L-6 0 Z" className={look} strokeWidth={1.5} />;
}
