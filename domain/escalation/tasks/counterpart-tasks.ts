import type { Person } from '../../people';
import { holdChains } from '../holds';
import type { Draft } from '../draft';
import { knownPerson } from '../known';
import { clockOf } from '../clocks';
import type { Escalation } from '../state';
import { toldOfTask } from './give-task';
import { isOpen, taskClock } from './open-tasks';

/**
 * Who of us sees to what the customer's executive agreed to do: the sponsor who faces the customer, else the owner. We
 * remind them, never the customer's own people.
 */
export function counterpartKeeper(state: Escalation): Person | null {
  const { sponsor, ownerId } = state;
  const faces = sponsor !== null && sponsor.facing !== 'inside';
  return (faces ? knownPerson(state, sponsor.personId) : null) ?? knownPerson(state, ownerId);
}

/**
 * What the other side agreed to do goes on with whoever sees to it now, once that is somebody else.
 * @param before who saw to it until now; what somebody gave to another person since stays there
 */
export function keepCounterpartTasks(draft: Draft, before: Person | null, reason: string): void {
  const keeper = counterpartKeeper(draft.state);
  if (!keeper || !before || keeper.id === before.id) return;
  for (const task of draft.state.tasks.filter((one) => one.counterpart && isOpen(one))) {
    if (task.personId !== before.id) continue;
    const { id: taskId, dueAt, after } = task;
    const notices = toldOfTask(draft, keeper, task);
    draft.emit('task.changed', { taskId, personId: keeper.id, dueAt, after, reason, notices });
    restChain(draft, taskId, `given to ${keeper.name}`);
  }
}

/** Whoever gets a task that is overdue has an hour before anybody above them is told. */
export function restChain(draft: Draft, taskId: string, because: string): void {
  const clockId = taskClock(taskId);
  if (clockOf(draft.state, clockId)?.chain) holdChains(draft, [clockId], because);
}
