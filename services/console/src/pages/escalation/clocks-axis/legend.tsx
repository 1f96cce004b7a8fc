import type { ReactNode } from 'react';
import { BarShape, ChainShape } from './mark-shape';

const entries: readonly { shape: ReactNode; words: string }[] = [
  { shape: <BarShape kind="reminder-due" />, words: 'reminder to come' },
  { shape: <BarShape kind="reminded" />, words: 'reminded' },
  { shape: <BarShape kind="breach" />, words: 'ran out' },
  { shape: <BarShape kind="met" />, words: 'done' },
  {
    shape: <ChainShape marks={[{ kind: 'rung', at: 0, rung: 'manager' }]} />,
    words: 'who was told: manager, director, VP',
  },
  { shape: <ChainShape marks={[{ kind: 'next', at: 0, rung: 'director' }]} />, words: 'who is told next' },
  { shape: <ChainShape marks={[{ kind: 'unheard', at: 0 }]} />, words: 'nobody was reached' },
  {
    shape: <rect x={-8} y={-2} width={16} height={4} rx={2} className="fill-info-fill" />,
    words: 'somebody took charge',
  },
  {
    shape: (
      <rect x={-8} y={-6} width={16} height={12} rx={2} className="fill-surface stroke-info" strokeDasharray="3 2" />
    ),
    words: 'paused: it does not count',
  },
  { shape: <rect x={-1} y={-9} width={2} height={18} className="fill-accent" />, words: 'now' },
];

/** What the shapes mean. */
export function Legend(): ReactNode {
  return (
    <ul
      aria-label="What the shapes mean"
      className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-3 text-sm text-ink-soft"
    >
      {entries.map(({ shape, words }) => (
        <li key={words} className="flex items-center gap-2">
          <svg aria-hidden width="20" height="18" viewBox="-10 -9 20 18" className="shrink-0 overflow-visible">
            {shape}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
