import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkItem } from './bulk-run';

const states = {
  waiting: { words: 'waits', icon: <CircleDashed aria-hidden className="size-4 text-ink-soft" /> },
  running: { words: 'under way', icon: <LoaderCircle aria-hidden className="size-4 animate-spin text-info" /> },
  done: { words: 'done', icon: <CircleCheck aria-hidden className="size-4 text-good" /> },
  failed: { words: 'not done', icon: <CircleAlert aria-hidden className="size-4 text-danger" /> },
} as const;

/** Which escalations it is about, and what became of each; those that were refused first. */
export function BulkResults({ items, tried }: { items: readonly BulkItem[]; tried: boolean }): ReactNode {
  const done = items.filter(({ state }) => state === 'done').length;
  const failed = items.filter(({ state }) => state === 'failed');
  const sorted = [...failed, ...items.filter(({ state }) => state !== 'failed')];
  return (
    <section aria-label="Escalations" className="rounded-lg border border-line">
      {tried && (
        <div role="status" className="space-y-2 border-b border-line px-3 py-2">
          <p>
            {done} of {items.length} done{failed.length > 0 && `, ${failed.length} not`}.
          </p>
          <div aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
            <div
              className="h-full bg-good-fill transition-[width]"
              style={{ width: `${(100 * done) / items.length}%` }}
            />
          </div>
        </div>
      )}
      <ul className="max-h-56 overflow-y-auto" tabIndex={0} aria-label="What became of each">
        {sorted.map(({ row, state, problem }) => (
          <li key={row.id} className="flex items-start gap-2 border-b border-line px-3 py-1.5 last:border-b-0">
            <span className="mt-1">{states[state].icon}</span>
            <span className="min-w-0 flex-1">
              <span className="flex gap-2">
                <span className="shrink-0 text-ink-soft">{row.ref}</span>
                <span dir="auto" className="min-w-0 truncate" title={row.summary}>
                  {row.summary}
                </span>
              </span>
              {problem && <span className="block text-sm text-danger">{problem}</span>}
            </span>
            {tried && <span className="shrink-0 text-sm text-ink-soft">{states[state].words}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
