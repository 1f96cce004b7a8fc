import { remindedFor } from './behalf';
import { approvalOf, chainPeople, commitmentOf, nextRung, remindedOf, responsibleFor, taskOf } from './chain';
import { isActive } from './clocks';
import { policyLine, restingNext } from './explain-terms';
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
      responsible: responsible && {
        id: responsible.id,
        name: responsible.name,
        because: `${whyThem(state, clock)}${standingIn(state, clock, now)}`,
      },
      chain: chainPeople(state, clock, now).map(({ id, name, title }) => ({ id, name, title })),
      next: nextInWords(state, clock, now),
    };
  });
}

function anchorOf(state: Escalation, clock: Clock): string {
  if (clock.for === 'commitment')
    return commitmentOf(state, clock)?.movedFrom.length ? 'the day it got another date' : 'the day it was promised';
  if (clock.for === 'approval') return 'the moment it was asked for';
  if (clock.for === 'task') return 'the day it was given';
  if (clock.for === 'keep-informed') return 'the last word that the customer had from us';
  const anchor = state.plan.find(({ name }) => name === clock.id)?.clock?.anchor;
  return anchor === 'acknowledgment' && state.round > 1 ? 'the reopening' : `the ${anchor ?? 'start'}`;
}

function whyThem(state: Escalation, clock: Clock): string {
  if (clock.for === 'commitment') return 'they are responsible for the promise';
  if (clock.for === 'task') return whyTheirTask(state, clock);
  if (clock.for === 'approval') return `they are asked to decide: ${approvalOf(state, clock)?.because ?? ''}`;
  if (clock.id === 'check-in') return state.complaint.account.csmId ? "the account's CSM" : 'no CSM is named yet';
  return state.ownerId ? 'they own the escalation' : 'on duty while there is no owner';
}

/** Who is told in their place while they are away. */
function standingIn(state: Escalation, clock: Clock, now: number): string {
  const answering = remindedOf(state, clock, now);
  const away = answering && remindedFor(state, clock, answering, now);
  return away ? `; ${answering.name} stands in for ${away.name}, who is away` : '';
}

function nextInWords(state: Escalation, clock: Clock, now: number): ClockExplanation['next'] {
  const next = nextOfClock(state, clock);
  if (clock.state === 'paused') return restingNext(state, clock);
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

function whyTheirTask(state: Escalation, clock: Clock): string {
  return taskOf(state, clock)?.counterpart ? 'they see that the customer does it' : 'it is their task';
}
