import { DAY_MS, MINUTE_MS } from '../duration';
import type { BusinessCalendar, Span } from './business-calendar';
import { countWhile, offsetIndex, weekdayOf } from './local-time';

/** The open spans between two moments, ascending, cut off at both. Two of them may touch, as at midnight. */
export function* openSpans(calendar: BusinessCalendar, fromAt: number, untilAt: number): Generator<Span> {
  let next = countWhile(calendar.closed, ([, to]) => to <= fromAt);
  for (const [opensAt, closesAt] of openByTheWeek(calendar, fromAt, untilAt)) {
    let at = opensAt;
    for (; ; next += 1) {
      const closed = calendar.closed[next];
      if (!closed || closed[0] >= closesAt) break;
      if (closed[0] > at) yield [at, closed[0]];
      at = Math.max(at, closed[1]);
      // What reaches beyond this span closes the following ones too.
      if (closed[1] > closesAt) break;
    }
    if (at < closesAt) yield [at, closesAt];
  }
}

/** As the week and the closed days have it. Between two changes of offset, local time is UTC moved by a constant. */
function* openByTheWeek(calendar: BusinessCalendar, fromAt: number, untilAt: number): Generator<Span> {
  const { offsets } = calendar.zone;
  for (let index = offsetIndex(calendar.zone, fromAt), at = fromAt; at < untilAt; index += 1) {
    const until = Math.min(untilAt, offsets[index + 1]?.[0] ?? untilAt);
    yield* openAtOffset(calendar, (offsets[index]?.[1] ?? 0) * MINUTE_MS, at, until);
    at = until;
  }
}

function* openAtOffset(calendar: BusinessCalendar, offsetMs: number, fromAt: number, untilAt: number): Generator<Span> {
  const first = Math.floor((fromAt + offsetMs) / DAY_MS);
  const last = Math.floor((untilAt - 1 + offsetMs) / DAY_MS);
  let next = countWhile(calendar.closedDays, (day) => day < first);
  for (let day = first; day <= last; day += 1) {
    if (calendar.closedDays[next] === day) {
      next += 1;
      continue;
    }
    const midnight = day * DAY_MS - offsetMs;
    for (const [fromMinute, toMinute] of calendar.week[weekdayOf(day)] ?? []) {
      const opensAt = Math.max(fromAt, midnight + fromMinute * MINUTE_MS);
      const closesAt = Math.min(untilAt, midnight + toMinute * MINUTE_MS);
      if (opensAt < closesAt) yield [opensAt, closesAt];
    }
  }
}
