import { taskOf } from '../chain';
import type { Clock, Escalation } from '../state';
import { blockersOf, quotedTask } from './open-tasks';

/** What a task asks for, in words, and what must be done before. */
export function wordsForTask(state: Escalation, clock: Clock): string {
  const task = taskOf(state, clock);
  if (!task) return clock.id;
  const [first] = blockersOf(state, task);
  const words = task.counterpart
    ? `See that ${state.counterpart?.name ?? 'the customer'} does: ${task.text}`
    : task.text;
  return first ? `${words}, once ${quotedTask(first)} is done` : words;
}

/** What answers the clock of a task: it is done, once nothing that it comes after is open. */
export function towardsTask(state: Escalation, clock: Clock): { kind: 'command'; name: string }[] {
  const task = taskOf(state, clock);
  return task && blockersOf(state, task).length === 0 ? [{ kind: 'command', name: 'complete-task' }] : [];
}
