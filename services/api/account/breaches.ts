import type { AccountEvent } from '../../shared/store/account-page';

/** A clock that ran out before what it watches was done. */
export interface Breach {
  escalationId: string;
  clockId: string;
  dueAt: number;
  breachedAt: number;
  /** null: not done yet, or no longer owed. */
  metAt: number | null;
}

/** Every breach in these events, the newest first; what was done in time and only recorded late is none. */
export function breachesIn(events: readonly AccountEvent[]): Breach[] {
  const all: Breach[] = [];
  // The one that still waits for its answer, by clock: another start of the clock is another story.
  const open = new Map<string, Breach>();
  for (const event of events) {
    const { escalationId, type, data } = event;
    if (type === 'clock.started') open.delete(`${escalationId} ${data.clockId}`);
    if (type === 'clock.breached') {
      const breach = { escalationId, clockId: data.clockId, dueAt: data.dueAt, breachedAt: event.at, metAt: null };
      open.set(`${escalationId} ${data.clockId}`, breach);
      all.push(breach);
    }
    if (type === 'clock.met') {
      const breach = open.get(`${escalationId} ${data.clockId}`);
      if (breach) breach.metAt = data.metAt;
    }
  }
  return all
    .filter(({ metAt, dueAt }) => metAt === null || metAt > dueAt)
    .sort((one, other) => other.breachedAt - one.breachedAt);
}
