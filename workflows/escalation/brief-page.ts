import type { BriefPage, BriefPromise, BriefTask } from '../../activities/brief-page';
import { isActive } from '../../domain/escalation/clocks';
import { knownPerson } from '../../domain/escalation/known';
import type { Escalation } from '../../domain/escalation/state';
import { isOpen } from '../../domain/escalation/tasks/open-tasks';

/** A page holds no more of each. */
const MOST_LISTED = 20;
const LONGEST = 600;

/** What the sponsor of an escalation is told of it, beside how it stands. */
export function briefPageOf(state: Escalation): BriefPage {
  const { storySoFar, complaint, counterpart } = state;
  const open = openIn(state);
  return {
    complaint: (complaint.narrative || complaint.summary).slice(0, LONGEST),
    findings: storySoFar.findings,
    remedy: storySoFar.remedy,
    promises: promisesIn(state),
    open: open.filter(({ personId }) => personId !== state.sponsor?.personId).map(asTask(state)),
    asked: open.filter(({ personId }) => personId === state.sponsor?.personId).map(asTask(state)),
    lastWord: storySoFar.lastWord,
    counterpart: counterpart && { name: counterpart.name, email: counterpart.email },
    escalationManager: knownPerson(state, state.escalationManagerId)?.name ?? null,
    overdue: state.clocks.filter((clock) => isActive(clock) && clock.state === 'breached').length,
  };
}

/** What is owed first, by date, then the last that were kept. */
function promisesIn(state: Escalation): BriefPromise[] {
  const told = state.commitments.filter((one) => one.state !== 'replaced');
  const rank = (one: (typeof told)[number]) => (one.state === 'kept' ? 1 : 0);
  return [...told]
    .sort((one, other) => rank(one) - rank(other) || one.dueAt - other.dueAt)
    .slice(0, MOST_LISTED)
    .map(({ text, dueAt, state: how, responsibleId }) => ({
      ...{ text: text.slice(0, LONGEST), dueAt, state: how, by: nameIn(state, responsibleId) },
    }));
}

interface Open {
  text: string;
  dueAt: number | null;
  personId: string | null;
}

/** Tasks and decisions that wait, the next due first. */
function openIn(state: Escalation): Open[] {
  const tasks: Open[] = state.tasks.filter(isOpen).map(({ text, dueAt, personId }) => ({ text, dueAt, personId }));
  const decisions: Open[] = state.approvals
    .filter((one) => one.state === 'open')
    .map(({ id, because, approverId: personId }) => {
      const dueAt = state.clocks.find((clock) => clock.id === `approval:${id}`)?.dueAt ?? null;
      return { text: `A decision: ${because}`, dueAt, personId };
    });
  return [...tasks, ...decisions]
    .sort((one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity))
    .slice(0, MOST_LISTED);
}

function asTask(state: Escalation): (one: Open) => BriefTask {
  return ({ text, dueAt, personId }) => ({
    ...{ text: text.slice(0, LONGEST), dueAt, who: personId === null ? 'nobody yet' : nameIn(state, personId) },
  });
}

function nameIn(state: Escalation, id: string): string {
  return knownPerson(state, id)?.name ?? id;
}
