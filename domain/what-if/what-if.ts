import { evolveAll } from '../escalation/evolve';
import type { EscalationEvent } from '../escalation/events';
import type { Person } from '../people';
import type { Policy } from '../policy';
import type { ClockCounts, CountsByClock } from './counts';
import { countClocks, NO_COUNTS, sumOf } from './counts';
import { Replay } from './replay';

/** The policy that is tried, and those whom it names. */
export interface Trial {
  policy: Policy;
  people: readonly Person[];
}

/** What was and what would have been. */
export interface BeforeAndAfter<Counts = ClockCounts> {
  before: Counts;
  after: Counts;
}

/** What would have been otherwise in one escalation. */
export interface EscalationDifference {
  id: string;
  ref: string;
  level: string;
  /** How far the two are apart: breaches, rungs and reminders more or less. */
  distance: number;
  /** The clocks that differ alone. */
  clocks: ReadonlyMap<string, BeforeAndAfter>;
}

/** What a policy would have changed in all that was looked at so far. */
export interface WhatIf {
  escalations: number;
  differing: number;
  clocks: ReadonlyMap<string, BeforeAndAfter>;
  /** Those that differ most, the first one most. */
  most: readonly EscalationDifference[];
}

/** Before anything was looked at. */
export const NOTHING_YET: WhatIf = { escalations: 0, differing: 0, clocks: new Map(), most: [] };

/** So many of those that differ most are shown. */
const SHOWN = 10;

const NONE: BeforeAndAfter = { before: NO_COUNTS, after: NO_COUNTS };

/**
 * Adds one escalation: what its clocks did by its journal, against what they would have done under another policy. People
 * do the same at the same moments; its level and its plan stay as they were.
 * @param untilAt its own now
 */
export function addToWhatIf(sum: WhatIf, recorded: readonly EscalationEvent[], trial: Trial, untilAt: number): WhatIf {
  const was = countClocks(recorded);
  const would = countClocks(new Replay(recorded, trial.policy, trial.people).run(untilAt));
  const each = sideBySide(was, would);
  const differing = new Map([...each].filter(([, { before, after }]) => differ(before, after)));
  const clocks = new Map(sum.clocks);
  for (const [name, { before, after }] of each) {
    const so = clocks.get(name) ?? NONE;
    clocks.set(name, { before: sumOf(so.before, before), after: sumOf(so.after, after) });
  }
  return {
    escalations: sum.escalations + 1,
    differing: sum.differing + (differing.size > 0 ? 1 : 0),
    clocks,
    most: differing.size > 0 ? withOne(sum.most, differenceOf(recorded, differing)) : sum.most,
  };
}

function sideBySide(was: CountsByClock, would: CountsByClock): Map<string, BeforeAndAfter> {
  const names = [...new Set([...was.keys(), ...would.keys()])];
  return new Map(
    names.map((name) => [name, { before: was.get(name) ?? NO_COUNTS, after: would.get(name) ?? NO_COUNTS }]),
  );
}

function differ(one: ClockCounts, other: ClockCounts): boolean {
  const told = (counts: ClockCounts) => [...counts.people].sort().join();
  return distanceOf(one, other) > 0 || one.clocks !== other.clocks || told(one) !== told(other);
}

function distanceOf(one: ClockCounts, other: ClockCounts): number {
  const apart = (what: 'reminded' | 'breached' | 'rungs') => Math.abs(one[what] - other[what]);
  return apart('breached') * 3 + apart('rungs') + apart('reminded');
}

function differenceOf(
  recorded: readonly EscalationEvent[],
  clocks: ReadonlyMap<string, BeforeAndAfter>,
): EscalationDifference {
  const state = evolveAll(null, recorded);
  if (!state) throw new Error('an escalation without events');
  const distance = [...clocks.values()].reduce((so, { before, after }) => so + distanceOf(before, after), 0);
  return { id: state.id, ref: state.ref, level: state.priority.level, distance, clocks };
}

function withOne(most: readonly EscalationDifference[], one: EscalationDifference): readonly EscalationDifference[] {
  const last = most[SHOWN - 1];
  if (last && last.distance >= one.distance) return most;
  return [...most, one].sort((a, b) => b.distance - a.distance).slice(0, SHOWN);
}
