import type { TimelineItem } from '../../../../../api/views/timeline.schema';
import type { MomentStyle } from '../../../time/moment';

/** What happened on one day of the reader's zone. */
export interface Day {
  /** `Sunday, 22 November 2026`. */
  day: string;
  items: TimelineItem[];
}

/** Events in days, in the order in which they come. */
export function byDay(events: readonly TimelineItem[], { timeZone }: MomentStyle): Day[] {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const write = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  const days: Day[] = [];
  for (const event of events) {
    const day = write.format(Date.parse(event.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(event);
    else days.push({ day, items: [event] });
  }
  return days;
}

/** The time of day of an event, which stands under its day. */
export function timeOfDay(at: string, { timeZone, hour12 }: MomentStyle): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour12, hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(at),
  );
}
