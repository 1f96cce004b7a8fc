import type { EscalationEvent } from '../escalation/events';

/** What became of the clocks of one kind. */
export interface ClockCounts {
  /** How often one began. */
  clocks: number;
  reminded: number;
  breached: number;
  rungs: number;
  /** Those who were told of them: reminders, breaches and rungs. */
  people: readonly string[];
}

/** By the name of the clock: a step's, `keep-informed`, or the kind of thing that it watches. */
export type CountsByClock = ReadonlyMap<string, ClockCounts>;

/** Nothing at all. */
export const NO_COUNTS: ClockCounts = { clocks: 0, reminded: 0, breached: 0, rungs: 0, people: [] };

/** Counts what clocks did in the events of an escalation. */
export function countClocks(events: readonly EscalationEvent[]): CountsByClock {
  const counts = new Map<string, ClockCounts>();
  const add = (clockId: string, what: keyof Omit<ClockCounts, 'people'> | null, toIds: readonly string[] = []) => {
    const name = nameOf(clockId);
    const before = counts.get(name) ?? NO_COUNTS;
    const people = toIds.filter((id) => !before.people.includes(id));
    const counted = what ? { ...before, [what]: before[what] + 1 } : before;
    counts.set(name, people.length > 0 ? { ...counted, people: [...before.people, ...new Set(people)] } : counted);
  };
  for (const event of events) {
    if (event.type === 'clock.started') add(event.data.clockId, 'clocks');
    else if (event.type === 'clock.reminded') add(event.data.clockId, 'reminded', event.data.toIds);
    else if (event.type === 'clock.breached') add(event.data.clockId, 'breached', told(event.data));
    else if (event.type === 'chain.advanced') {
      for (const clockId of [event.data.clockId, ...event.data.bundles]) add(clockId, 'rungs', event.data.toIds);
    } else if (event.type === 'nobody.notified') add(event.data.clockId, null, told(event.data));
  }
  return counts;
}

/** Two counts of the same clock as one. */
export function sumOf(one: ClockCounts, other: ClockCounts): ClockCounts {
  return {
    clocks: one.clocks + other.clocks,
    reminded: one.reminded + other.reminded,
    breached: one.breached + other.breached,
    rungs: one.rungs + other.rungs,
    people: [...new Set([...one.people, ...other.people])],
  };
}

const told = ({ notices }: { notices: readonly { toId: string }[] }) => notices.map(({ toId }) => toId);

/** Promises, tasks and decisions count by their kind. */
function nameOf(clockId: string): string {
  return clockId.split(':', 1)[0] ?? clockId;
}
