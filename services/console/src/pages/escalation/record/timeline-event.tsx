import { ChevronDown, Link2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import { Moment, momentInFull, useMomentStyle } from '../../../time/moment';
import { MomentsInText } from '../../../time/moments-in-text';
import type { Told } from '../../../time/own-now';
import { classes } from '../../../ui/classes';
import { CopyButton } from '../../../ui/copy-button';
import { usePrinting } from '../printing';
import { useChangeView } from '../use-view';
import { timeOfDay } from './by-day';
import { kindOf, newsOf } from './event-kinds';
import { ReadableData } from './readable-data';

/** On paper the words of people are shown in full, the rest is in the sentence. */
const WRITTEN = [
  'note.added',
  'step.completed',
  'customer.informed',
  'contact.recorded',
  'fact.amended',
  'check-in.attempted',
];

const tints = { bad: 'bg-danger-soft text-danger', good: 'bg-good-soft text-good', plain: 'bg-sunken text-ink-soft' };

interface Props {
  event: TimelineItem;
  told: Told;
  /** The address points at it. */
  pointed: boolean;
  /** It should be brought into view: the page was opened by a link to it. */
  arrive: boolean;
  /** It came while the page was looked at. */
  fresh: boolean;
}

/** One event: what happened in a sentence, when, by whom; all that it holds on demand. */
export function TimelineEvent({ event, told, pointed, arrive, fresh }: Props): ReactNode {
  const element = useRef<HTMLLIElement>(null);
  const printing = usePrinting();
  useEffect(() => {
    if (!arrive) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.focus({ preventScroll: true });
  }, [arrive]);
  const { icon: Icon, label } = kindOf(event.type);
  const open = pointed || (printing && WRITTEN.includes(event.type));
  return (
    <li
      ref={element}
      id={`event-${event.seq}`}
      tabIndex={-1}
      data-changed={fresh ? '' : undefined}
      className={classes('flex gap-3 rounded-lg px-2 py-2', pointed && 'bg-accent-soft/60 ring-1 ring-accent')}
    >
      <span
        className={classes(
          'mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full',
          tints[newsOf(event)],
        )}
      >
        <Icon aria-hidden className="size-4" />
        <span className="sr-only">{label}: </span>
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p dir="auto">
              <MomentsInText saidAt={Date.parse(event.at)}>{event.summary}</MomentsInText>
            </p>
            <EventFoot event={event} told={told} />
          </div>
          <Details seq={event.seq} open={pointed} />
        </div>
        {open && (
          <div className="mt-2 rounded-lg border border-line bg-surface p-3 text-sm">
            <ReadableData data={event.data} />
          </div>
        )}
      </div>
    </li>
  );
}

function EventFoot({ event, told }: { event: TimelineItem; told: Told }): ReactNode {
  const style = useMomentStyle();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
      <time data-brief dateTime={event.at} title={momentInFull(event.at, style)} className="tabular">
        {timeOfDay(event.at, style)}
      </time>
      <span data-noprint>
        <Moment at={event.at} told={told} />
      </span>
      <span>{event.actor ? `${event.actor.name}, ${event.actor.title}` : 'Upstairs'}</span>
    </p>
  );
}

/** Opens an event and points the address at it; open, its link can be copied. */
function Details({ seq, open }: { seq: number; open: boolean }): ReactNode {
  const change = useChangeView();
  return (
    <div data-noprint className="flex shrink-0 items-center">
      {open && (
        <CopyButton
          text={() => linkTo(seq)}
          label={`Copy the link to event ${seq}`}
          done="Link copied"
          icon={<Link2 aria-hidden className="size-4" />}
        />
      )}
      <button
        type="button"
        aria-expanded={open}
        aria-label={`Event ${seq} in detail`}
        onClick={() => change({ event: open ? undefined : String(seq) })}
        className="tabular inline-flex min-h-8 min-w-11 items-center justify-end gap-1 rounded-md px-1.5 text-sm font-medium text-accent hover:bg-sunken max-sm:min-h-11"
      >
        #{seq}
        <ChevronDown aria-hidden className={classes('size-4', open && 'rotate-180')} />
      </button>
    </div>
  );
}

function linkTo(seq: number): string {
  return `${window.location.origin}${window.location.pathname}?event=${seq}`;
}
