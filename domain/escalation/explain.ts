import { chainPeople, nextRung, remindedOf, responsibleFor } from './chain';
import { isActive } from './clocks';
import { nextOfClock } from './due';
import { clockName } from './notices';
import type { Clock, ClockState, Escalation } from './state';
import { termsOf } from './terms';

/** Why a clock stands where it does. All moments epoch milliseconds, durations milliseconds. */
export interface ClockExplanation {
  id: string;
  what: string;
  state: ClockState;
  /** What it counts from, in words, and when that was. */
  anchor: { because: string; at: number };
  budgetMs: number;
  /** Where the budget stands: the line of the pinned plan or policy, or the promise itself. */
  policyLine: string;
  dueAt: number;
  metAt: number | null;
  breachedAt: number | null;
  responsible: { id: string; name: string; because: string } | null;
  chain: { id: string; name: string; title: string }[];
  next: { what: string; at: number; to: string[]; because: string } | null;
}

/** Explains every clock of an escalation: anchor, budget, policy line, who is next and why. */
export function explainClocks(state: Escalation, now: number): ClockExplanation[] {
  return state.clocks.map((clock) => {
    const responsible = responsibleFor(state, clock, now);
    return {
      id: clock.id,
      what: clockName(state, clock),
      state: clock.state,
      anchor: { because: anchorOf(state, clock), at: clock.anchorAt },
      budgetMs: clock.budgetMs,
      policyLine: policyLine(state, clock),
      dueAt: clock.dueAt,
      metAt: clock.metAt,
      breachedAt: clock.breachedAt,
      responsible: responsible && { id: responsible.id, name: responsible.name, because: whyThem(state, clock) },
      chain: chainPeople(state, clock, now).map(({ id, name, title }) => ({ id, name, title })),
      next: nextInWords(state, clock, now),
    };
  });
}

function anchorOf(state: Escalation, clock: Clock): string {
  if (clock.for === 'commitment') return 'the day it was promised';
  if (clock.for === 'keep-informed') return 'the last word that the customer had from us';
  const anchor = state.plan.find(({ name }) => name === clock.id)?.clock?.anchor;
  return anchor === 'acknowledgment' && state.round > 1 ? 'the reopening' : `the ${anchor ?? 'start'}`;
}

function policyLine(state: Escalation, clock: Clock): string {
  const version = `policy ${state.policy.version}`;
  if (clock.for === 'commitment') return 'the promised date itself';
  if (clock.for === 'keep-informed') return `${version}: keepInformedMs.${state.priority.level}`;
  return `${version}, plan: ${clock.id}.clock.budgetMs`;
}

function whyThem(state: Escalation, clock: Clock): string {
  if (clock.for === 'commitment') return 'they are responsible for the promise';
  if (clock.id === 'check-in') return state.complaint.account.csmId ? "the account's CSM" : 'no CSM is named yet';
  return state.ownerId ? 'they own the escalation' : 'on duty while there is no owner';
}

function nextInWords(state: Escalation, clock: Clock, now: number): ClockExplanation['next'] {
  const next = nextOfClock(state, clock);
  if (!next) return isActive(clock) && state.quiet ? quietNext(clock) : null;
  const responsible = remindedOf(state, clock, now);
  if (next.kind === 'reminder') {
    const share = `${termsOf(state).reminderAtShare * 100} % of its time`;
    return {
      what: 'reminder',
      at: next.at,
      to: responsible ? [responsible.name] : [],
      because: `${share} will be over`,
    };
  }
  if (next.kind === 'breach') return { what: 'breach', at: next.at, to: [], because: 'its time runs out then' };
  return rungInWords(state, clock, next.at);
}

function rungInWords(state: Escalation, clock: Clock, at: number): ClockExplanation['next'] {
  const rung = nextRung(state, clock);
  if (!rung || !clock.chain) return null;
  const { heldUntil, nextAt } = clock.chain;
  const because = heldUntil
    ? 'somebody took charge; forgotten, it starts again then'
    : at > nextAt
      ? `${state.priority.level} waits for the recipient's hours`
      : 'nobody has acted';
  return { what: `chain: ${rung.rung}`, at, to: rung.to.map(({ name }) => name), because };
}

function quietNext(clock: Clock): ClockExplanation['next'] {
  const because = 'imported: quiet until somebody activates it';
  return { what: 'nothing', at: clock.dueAt, to: [], because };
}
