/**
 * An escalation's own now: the wall clock, moved ahead as far as its last event's time was ahead of the moment at
 * which it was written down. The time machine moves one escalation only; without it this is the wall clock.
 */
export function ownNow(lastAt: number, lastRecordedAt: number, wallNow: number = Date.now()): number {
  return wallNow + Math.max(0, lastAt - lastRecordedAt);
}
