import type { Escalation } from '../../domain/escalation/state';
import type { Watch } from '../domain/laws/law';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';

type Tally = Record<string, number>;

/** What lives have met: how often each thing happened, and the longest of each kind. Plain JSON, to cross threads. */
export interface Coverage {
  lives: number;
  tallies: Record<'events' | 'accepted' | 'refused' | 'levels' | 'ends' | 'rounds' | 'rungs', Tally>;
  most: { events: number; rung: number; people: number; clocks: number; hold: number };
}

/** Nothing met yet. */
export function noCoverage(): Coverage {
  const tallies = { events: {}, accepted: {}, refused: {}, levels: {}, ends: {}, rounds: {}, rungs: {} };
  return { lives: 0, tallies, most: { events: 0, rung: 0, people: 0, clocks: 0, hold: 0 } };
}

const count = (tally: Tally, name: string, by = 1) => {
  tally[name] = (tally[name] ?? 0) + by;
};

/** A watch that notes down what one life meets. */
export function covering({ tallies, most }: Coverage): Watch {
  return {
    event({ type, data }) {
      count(tallies.events, type);
      if (type !== 'chain.advanced') return;
      const { rung, number, run, toIds } = data as { rung: string; number: number; run: number; toIds: string[] };
      count(tallies.rungs, toIds.length === 0 ? 'nobody' : rung);
      most.rung = Math.max(most.rung, number);
      most.hold = Math.max(most.hold, run - 1);
      most.people = Math.max(most.people, toIds.length);
    },
    accepted: ({ name }) => count(tallies.accepted, name),
    refused: ({ type }, { name }) => count(tallies.refused, `${name}: ${type}`),
    end: (state, events) => ended(tallies, most, state, events.length),
  };
}

function ended(tallies: Coverage['tallies'], most: Coverage['most'], state: Escalation, events: number): void {
  count(tallies.levels, state.priority.level);
  count(tallies.ends, state.quiet ? `${state.status}, quiet` : state.status);
  count(tallies.rounds, String(state.round));
  most.events = Math.max(most.events, events);
  most.clocks = Math.max(most.clocks, state.clocks.length);
}

/** Adds what one thread has met to the whole. */
export function addCoverage(whole: Coverage, part: Coverage): void {
  whole.lives += part.lives;
  for (const [kind, tally] of Object.entries(part.tallies)) {
    for (const [name, times] of Object.entries(tally))
      count(whole.tallies[kind as keyof Coverage['tallies']], name, times);
  }
  for (const [name, value] of Object.entries(part.most)) {
    const key = name as keyof Coverage['most'];
    whole.most[key] = Math.max(whole.most[key], value);
  }
}

const number = (value: number) => value.toLocaleString('en-US');

function line(title: string, tally: Tally): string {
  const entries = Object.entries(tally).sort(([, one], [, other]) => other - one);
  const sum = entries.reduce((total, [, times]) => total + times, 0);
  return `  ${title} (${number(sum)}): ${entries.map(([name, times]) => `${name} ${number(times)}`).join(', ')}`;
}

/** What was covered, in lines for a person. */
export function coverageLines({ lives, tallies, most }: Coverage): string[] {
  return [
    `Covered in ${number(lives)} lives, policy ${SHIPPED_POLICY.version}:`,
    line('events', tallies.events),
    line('rungs', tallies.rungs),
    line('accepted', tallies.accepted),
    line('refused', tallies.refused),
    line('levels at the end', tallies.levels),
    line('status at the end', tallies.ends),
    line('rounds', tallies.rounds),
    `  most: ${most.events} events in a life, rung ${most.rung} of a chain, ${most.hold} take-charges of one clock,` +
      ` ${most.people} people in a bundle, ${most.clocks} clocks`,
  ];
}
