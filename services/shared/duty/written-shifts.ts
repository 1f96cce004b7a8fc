import type { DutyShift } from '../../../domain/duty';
import { clockOfZone } from '../calendars/wall-clock';
import { WEEKDAYS, type Rota } from './rota.schema';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Who has a stretch; null: nobody, whatever is written below it. */
interface Span {
  fromAt: number;
  toAt: number;
  personId: string | null;
}

/** A time for which a rota is written out, end excluded; epoch milliseconds. */
export interface Stretch {
  fromAt: number;
  toAt: number;
}

/**
 * A rota and the shifts of a feed as one row of shifts that do not overlap. Cover goes over the feed, the feed over the
 * week, and of the week's own shifts the one that stands first. Local times hold in summer and winter.
 */
export function writtenShifts(rota: Rota, feed: readonly DutyShift[], stretch: Stretch): DutyShift[] {
  const cover = rota.cover.map(({ from, until, personId }) => ({
    fromAt: Date.parse(from),
    toAt: Date.parse(until),
    personId,
  }));
  return flattened([...cover, ...feed, ...weekly(rota.shifts, stretch)], stretch);
}

function weekly(shifts: Rota['shifts'], { fromAt, toAt }: Stretch): Span[] {
  const days = Array.from({ length: Math.ceil((toAt - fromAt) / DAY_MS) + 4 }, (_, index) => index - 2);
  const firstDay = Math.floor(fromAt / DAY_MS) * DAY_MS;
  return shifts.flatMap(({ personId, day, from, to, zone }) => {
    const clock = clockOfZone(zone);
    const begin = timeMs(from);
    const end = timeMs(to);
    const lengthMs = end > begin ? end - begin : end + DAY_MS - begin;
    return days
      .map((index) => firstDay + index * DAY_MS)
      .filter((midnight) => WEEKDAYS[(new Date(midnight).getUTCDay() + 6) % 7] === day)
      .map((midnight) => ({
        personId,
        fromAt: clock.momentOf(midnight + begin),
        toAt: clock.momentOf(midnight + begin + lengthMs),
      }));
  });
}

function timeMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Of each moment the first span that covers it; neighbours of one person become one shift. */
function flattened(spans: readonly Span[], { fromAt, toAt }: Stretch): DutyShift[] {
  const within = spans.filter((span) => span.toAt > fromAt && span.fromAt < toAt);
  const edges = within.flatMap((span) => [span.fromAt, span.toAt]).filter((at) => at > fromAt && at < toAt);
  const cuts = [...new Set([fromAt, ...edges, toAt])].sort((one, other) => one - other);
  const shifts: DutyShift[] = [];
  cuts.slice(0, -1).forEach((at, index) => {
    const personId = within.find((span) => span.fromAt <= at && at < span.toAt)?.personId ?? null;
    const before = shifts.at(-1);
    const until = cuts[index + 1] as number;
    if (personId === null) return;
    if (before?.personId === personId && before.toAt === at) shifts[shifts.length - 1] = { ...before, toAt: until };
    else shifts.push({ fromAt: at, toAt: until, personId });
  });
  return shifts;
}
