import { ArrowDownWideNarrow, ArrowUpNarrowWide, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, buttonClasses } from '../../../ui/button';
import { classes } from '../../../ui/classes';
import { timelineFileAddress } from '../escalation-queries';
import { useChangeView, useView } from '../use-view';
import { EVENT_KINDS } from './event-kinds';

/** Which kinds of events are shown, in which order, and all of it as a file. */
export function TimelineFilters({ escalationRef }: { escalationRef: string }): ReactNode {
  const { type, order = 'desc' } = useView();
  const change = useChangeView();
  const kinds = type?.split(',') ?? [];
  const toggle = (kind: string) => {
    const next = EVENT_KINDS.map((one) => one.kind).filter((one) => (one === kind) !== kinds.includes(one));
    change({ type: next.length === 0 || next.length === EVENT_KINDS.length ? undefined : next.join(',') });
  };
  return (
    <div data-noprint className="mb-3 flex flex-wrap items-center gap-2">
      <div role="group" aria-label="Kinds of events" className="flex flex-1 flex-wrap gap-1.5 max-sm:basis-full">
        {EVENT_KINDS.map(({ kind, label, icon: Icon }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kinds.includes(kind)}
            onClick={() => toggle(kind)}
            className={classes(
              'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-2.5 text-sm max-sm:min-h-11',
              kinds.includes(kind)
                ? 'border-accent bg-accent-soft font-medium text-accent'
                : 'border-line-strong text-ink-soft hover:bg-sunken',
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            {label}
          </button>
        ))}
      </div>
      <Button
        small
        icon={
          order === 'desc' ? (
            <ArrowDownWideNarrow aria-hidden className="size-4" />
          ) : (
            <ArrowUpNarrowWide aria-hidden className="size-4" />
          )
        }
        onClick={() => change({ order: order === 'desc' ? 'asc' : undefined })}
      >
        {order === 'desc' ? 'Newest first' : 'Oldest first'}
      </Button>
      <a href={timelineFileAddress(escalationRef)} download className={buttonClasses('plain', true)}>
        <Download aria-hidden className="size-4" />
        CSV
      </a>
    </div>
  );
}
