/** Something that the server told with its own now, and when this page heard it on a clock that nobody can set. */
export interface Told {
  /** The escalation's own now, ISO 8601. */
  now: string;
  /** Milliseconds of this page's monotonic clock. */
  heardAt?: number;
}

/**
 * Its own now, going on since it was told: the time machine may have moved it, and the clock of the person's computer
 * may be wrong, so neither is asked.
 */
export function ownNow(told: Told, monotonicNow: number = performance.now()): number {
  return Date.parse(told.now) + (told.heardAt === undefined ? 0 : Math.max(0, monotonicNow - told.heardAt));
}

/** Writes beside every `now` of an answer when it was heard. */
export function stampTold(value: unknown, heardAt: number = performance.now()): unknown {
  if (Array.isArray(value)) for (const item of value) stampTold(item, heardAt);
  else if (typeof value === 'object' && value !== null) {
    const record = value as Record<string, unknown>;
    for (const item of Object.values(record)) if (typeof item === 'object') stampTold(item, heardAt);
    if (typeof record.now === 'string') record.heardAt = heardAt;
  }
  return value;
}
