import type { FieldProblem } from '../../rejection';
import { invalid } from '../../rejection';
import type { Commitment, Escalation } from '../state';
import type { Task } from '../tasks/task';

/**
 * Which tasks stand against a promise: still to be done, it depends on them, and they are due after its date. What a
 * task comes after counts too.
 * @param pointer where the promise stands in the body
 * @throws Rejected where it depends on a task that nobody knows
 */
export function tooEarly(
  state: Escalation,
  promise: { due: number; dependsOn: readonly string[] },
  pointer: string,
): FieldProblem[] {
  for (const [index, id] of promise.dependsOn.entries()) checkKnown(state, id, `${pointer}/dependsOn/${index}`);
  return tasksBehind(state, promise.dependsOn)
    .filter(({ state: is, dueAt }) => is === 'open' && dueAt > promise.due)
    .map(({ id, text, dueAt }) => ({
      pointer: `${pointer}/dueAt`,
      detail: `before the task ${id} "${text.slice(0, 80)}", due ${new Date(dueAt).toISOString()}`,
    }));
}

/** The promises that are owed, depend on this task, and would be due before it. */
export function promisesBefore(state: Escalation, task: Pick<Task, 'id' | 'dueAt'>): Commitment[] {
  return state.commitments.filter(
    ({ state: is, dueAt, dependsOn }) =>
      (is === 'open' || is === 'broken') &&
      dueAt < task.dueAt &&
      tasksBehind(state, dependsOn).some(({ id }) => id === task.id),
  );
}

/** The tasks with these ids, and all that they come after. */
function tasksBehind({ tasks }: Escalation, ids: readonly string[]): Task[] {
  const found = new Map<string, Task>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const task = tasks.find((one) => one.id === id);
    if (!task || found.has(task.id)) continue;
    found.set(task.id, task);
    waiting.push(...task.after);
  }
  return [...found.values()];
}

function checkKnown({ tasks }: Escalation, id: string, pointer: string): void {
  const task = tasks.find((one) => one.id === id);
  if (task && task.state !== 'dropped') return;
  if (task) invalid('unknown-task', `The task ${id} was dropped.`, { pointer, detail: 'was dropped' });
  const detail = tasks.length > 0 ? `one of ${tasks.map((one) => one.id).join(', ')}` : 'there are no tasks';
  invalid('unknown-task', `There is no task "${id}" here.`, { pointer, detail });
}
