import { conflict, invalid } from '../../rejection';
import { clockOf, isActive, startClock } from '../clocks';
import type { Draft } from '../draft';
import type { Escalation } from '../state';
import type { Task } from './task';

/** The clock of a task. */
export function taskClock(taskId: string): string {
  return `task:${taskId}`;
}

/** Whether a task is still to be done. */
export function isOpen({ state }: Task): boolean {
  return state === 'open';
}

/** The tasks that a task still waits for; one that was dropped is waited for no more. */
export function blockersOf({ tasks }: Escalation, { after }: Pick<Task, 'after'>): Task[] {
  return tasks.filter((one) => isOpen(one) && after.includes(one.id));
}

/** A task as people write it: `t1 "Undo the deployment"`. */
export function quotedTask({ id, text }: Task): string {
  return `${id} "${text}"`;
}

/** The task that a field names; refused where there is none, or it is not open any more. */
export function openTask(state: Escalation, taskId: string, pointer: string): Task {
  const task = state.tasks.find(({ id }) => id === taskId);
  if (!task) {
    const known = state.tasks.map(({ id }) => id).join(', ');
    invalid('unknown-task', `There is no task "${taskId}" here.`, {
      pointer,
      detail: known === '' ? 'there is no task yet' : `one of ${known}`,
    });
  }
  if (!isOpen(task)) conflict('already-done', `The task ${quotedTask(task)} is ${task.state} already.`);
  return task;
}

/** Refuses what no task answers to: for the actions, too. */
export function needsOpenTask({ tasks }: Escalation): void {
  if (!tasks.some(isOpen)) conflict('not-now', 'No task is open.');
}

/** What was open before a withdrawal is to be done again, by its old date. */
export function resumeTasks(draft: Draft): void {
  for (const { id, addedAt, dueAt } of draft.state.tasks.filter(isOpen)) {
    const clock = clockOf(draft.state, taskClock(id));
    if (!(clock && isActive(clock))) startClock(draft, taskClock(id), 'task', addedAt, dueAt - addedAt);
  }
}
