import { DAY_MS, MINUTE_MS } from '../duration';
import type { Zone } from '../people';

/** How many of an ascending list come before the first that is not `before`. */
export function countWhile<Item>(list: readonly Item[], before: (item: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(list[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place in `zone.offsets` of the offset that holds at a moment; before the first one the first holds. */
export function offsetIndex(zone: Zone, at: number): number {
  return Math.max(0, countWhile(zone.offsets, ([from]) => from <= at) - 1);
}

/** The UTC offset of a zone at a moment, in milliseconds. */
export function offsetAtMs(zone: Zone, at: number): number {
  return (zone.offsets[offsetIndex(zone, at)]?.[1] ?? 0) * MINUTE_MS;
}

/** The local day of a moment: days since 1970-01-01. */
export function localDayOf(zone: Zone, at: number): number {
  return Math.floor((at + offsetAtMs(zone, at)) / DAY_MS);
}

/** The weekday of a local day: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
