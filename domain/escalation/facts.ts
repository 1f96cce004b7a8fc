import { assessPriority } from '../priority';
import { sameJson } from '../same-json';
import { clockOf, isActive, keepInformedBudgetMs, startClock } from './clocks';
import { CUSTOM } from './custom/custom-fact';
import type { Draft } from './draft';
import { refitClocks } from './refit';
import type { Escalation } from './state';

const ACCOUNT_FACTS = ['tier', 'arr', 'customerSince', 'csmId'] as const;

/** A fact that can be corrected. */
export type Fact =
  | 'summary'
  | 'narrative'
  | 'severity'
  | 'scope'
  | 'origin'
  | 'public'
  | 'threatensPublic'
  | 'threatensLegal'
  | 'contact'
  | 'rootCause'
  | `${typeof CUSTOM}${string}`
  | (typeof ACCOUNT_FACTS)[number];

/** The present value of a fact. */
function factOf(state: Escalation, fact: Fact): unknown {
  if (fact === 'rootCause') return state.rootCause;
  if (fact.startsWith(CUSTOM)) {
    const name = fact.slice(CUSTOM.length);
    return Object.hasOwn(state.custom, name) ? state.custom[name] : null;
  }
  if (fact === 'threatensLegal') return state.complaint.threatensLegal ?? false;
  const { account } = state.complaint;
  if ((ACCOUNT_FACTS as readonly string[]).includes(fact)) return account[fact as (typeof ACCOUNT_FACTS)[number]];
  return state.complaint[fact as keyof Escalation['complaint']];
}

/** Corrects a fact and keeps the old value on the timeline; says nothing where nothing changes. */
export function amendFact(draft: Draft, fact: Fact, to: unknown, reason: string | null): void {
  const from = factOf(draft.state, fact);
  if (sameJson(from, to)) return;
  draft.emit('fact.amended', { fact, from, to, reason });
}

/** Weighs the priority anew; where the level changes, the clocks get the time that they have at that level. */
export function reassess(draft: Draft): void {
  const { state } = draft;
  const before = state.priority;
  const facts = { ...state.complaint, receivedAt: state.receivedAt, firstEscalation: state.firstEscalation };
  const priority = assessPriority(facts, state.policy.priority);
  if (sameJson(priority, { ...before, level: state.weighedLevel })) return;
  draft.emit('priority.assessed', priority);
  if (state.rules >= 2) {
    refitClocks(draft, 'weighed anew', false);
    return;
  }
  const clock = clockOf(draft.state, 'keep-informed');
  const budgetMs = keepInformedBudgetMs(draft.state);
  if (clock && isActive(clock) && clock.state === 'running' && clock.budgetMs !== budgetMs) {
    startClock(draft, clock.id, clock.for, clock.anchorAt, budgetMs);
  }
}
