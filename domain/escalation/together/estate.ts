import type { Contact } from '../../intake';
import { isActive } from '../clocks';
import type { Commitment, Escalation } from '../state';
import { isOpen } from '../tasks/open-tasks';
import type { CarriedPromise, CarriedTask, Estate } from './together';

/** Whether a promise is still owed, on its day or past it. */
export function isOwedPromise({ state }: Pick<Commitment, 'state'>): boolean {
  return state === 'open' || state === 'broken';
}

/** Everything that the escalation which survives takes over from this one. */
export function estateOf(state: Escalation): Estate {
  return {
    contacts: contactsOf(state),
    promises: state.commitments.filter(isOwedPromise).map(promiseOf),
    tasks: state.tasks.filter(isOpen).map(taskOf),
    clocks: state.clocks
      .filter((clock) => clock.for === 'step' && isActive(clock))
      .map(({ id: clockId, anchorAt, dueAt }) => ({ clockId, anchorAt, dueAt })),
    quiet: state.quiet,
  };
}

/** The customer's people here: its own contact first, then those of what was merged into it. */
export function contactsOf({ complaint, otherContacts }: Escalation): Contact[] {
  return [...(complaint.contact ? [complaint.contact] : []), ...otherContacts];
}

function promiseOf({ id, text, dueAt, responsibleId, madeAt, state, remedy, dependsOn }: Commitment): CarriedPromise {
  return { commitmentId: id, text, dueAt, responsibleId, madeAt, broken: state === 'broken', remedy, dependsOn };
}

function taskOf({ id, text, personId, addedAt, dueAt, after, counterpart }: Escalation['tasks'][number]): CarriedTask {
  return { taskId: id, text, personId, addedAt, dueAt, after, counterpart };
}
