import type { Draft } from '../draft';
import { isDone, missingBefore } from '../stage';
import type { Escalation } from '../state';
import { askPeer } from './ask-peer';
import type { OtherEscalation } from './together';

/** What the escalations under an umbrella have in common: everything else each customer has of their own. */
const SHARED: readonly string[] = ['investigation', 'solution'];

/** Whether a step is done for this escalation by its umbrella. What reopens goes its own way. */
export function isShared({ umbrella, round }: Escalation, step: string): boolean {
  return umbrella !== null && round === 1 && SHARED.includes(step);
}

/** Whether this escalation still waits for its umbrella to do a step. */
export function awaitsShared(state: Escalation, step: string): boolean {
  const alive = state.status === 'open' || state.status === 'paused';
  return alive && isShared(state, step) && isPlanned(state, step) && !isDone(state, step);
}

/** Whether a step that the umbrella does could be taken over now: what comes before it is done here. */
export function isReadyForShared(state: Escalation): boolean {
  return SHARED.some((step) => awaitsShared(state, step) && missingBefore(state, step).length === 0);
}

/** Gives another escalation what is done of the shared steps here. */
export function shareDone(draft: Draft, child: OtherEscalation): void {
  for (const step of SHARED.filter((one) => isDone(draft.state, one))) share(draft, step, child);
}

/**
 * What follows from a decision between an umbrella and those under it: a shared step that was done here is done for all
 * of them, and where one becomes possible here the umbrella is asked for it.
 */
export function followShared(draft: Draft): void {
  const { umbrella, children } = draft.state;
  if (umbrella === null && children.length === 0) return;
  const done = draft.events.flatMap((event) =>
    event.type === 'step.completed' && !event.data.sharedFrom ? [event.data.step] : [],
  );
  for (const step of done.filter((one) => SHARED.includes(one))) {
    for (const child of children) share(draft, step, child);
  }
  const freed = draft.state.plan.some(
    ({ name, after }) => SHARED.includes(name) && after.some((one) => done.includes(one)),
  );
  if (umbrella && freed && isReadyForShared(draft.state)) askPeer(draft, umbrella, 'adopt-child', { ready: true });
}

/** What was said in it stays in the journal, where whoever carries it over reads it: it would be written for each. */
function share(draft: Draft, step: string, child: OtherEscalation): void {
  const { steps, round, complaint } = draft.state;
  const { completedAt, completedBy } = steps.find(({ name }) => name === step) ?? {};
  const facts = {
    ...(complaint.scope && { scope: complaint.scope }),
    ...(complaint.origin && { origin: complaint.origin }),
  };
  const body = { step, round, occurredAt: completedAt ?? draft.now, ...facts };
  askPeer(draft, child, 'share-step', body, completedBy ?? undefined);
}

function isPlanned({ plan }: Escalation, step: string): boolean {
  return plan.some(({ name }) => name === step);
}
