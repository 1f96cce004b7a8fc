import { DAY_MS } from '../../duration';
import { conflict, invalid } from '../../rejection';
import type { Escalation } from '../state';
import { isOpen } from './open-tasks';

/** Nobody keeps more in sight. */
const MOST_OPEN = 50;

/** A task further away than this is a slip of the pen. */
const FURTHEST_MS = 2 * 366 * DAY_MS;

/** The moment of a task's date, ISO 8601, which must be to come. */
export function dateToCome(dueAt: string, now: number, pointer: string): number {
  const due = Date.parse(dueAt);
  if (due <= now) invalid('invalid-content', 'A task is due in the future.', { pointer, detail: 'is past' });
  if (due > now + FURTHEST_MS) {
    invalid('invalid-content', 'A task is due within two years.', { pointer, detail: 'more than two years away' });
  }
  return due;
}

/** Refuses more open tasks than anybody keeps in sight. */
export function roomForTasks({ tasks }: Escalation, more: number): void {
  if (tasks.filter(isOpen).length + more <= MOST_OPEN) return;
  conflict('not-now', `${MOST_OPEN} tasks may be open at once: finish or drop some first.`);
}

/** Refuses to come after what is no task here, or was dropped. */
export function checkAfter({ tasks }: Escalation, after: readonly string[]): void {
  after.forEach((id, index) => {
    const task = tasks.find((one) => one.id === id);
    const pointer = `#/after/${index}`;
    if (!task) {
      const known = tasks.map((one) => one.id).join(', ') || 'there is none yet';
      invalid('unknown-task', `There is no task "${id}" to come after.`, { pointer, detail: `known: ${known}` });
    }
    if (task.state === 'dropped') {
      invalid('invalid-content', `The task ${id} was dropped: nothing comes after it.`, {
        pointer,
        detail: 'was dropped',
      });
    }
  });
}

/** Refuses an order in which tasks would wait for each other, and names the circle. */
export function checkNoCircle(state: Escalation, taskId: string, after: readonly string[]): void {
  const circle = circleThrough(state, taskId, after);
  if (!circle) return;
  const inWords = circle.join(' → ');
  invalid('task-cycle', `These tasks would wait for each other: ${inWords}.`, {
    pointer: '#/after',
    detail: `makes the circle ${inWords}`,
  });
}

/** The way from a task by what it comes after back to itself; null where there is none. */
function circleThrough(state: Escalation, taskId: string, after: readonly string[]): string[] | null {
  const afterOf = (id: string) => (id === taskId ? after : (state.tasks.find((one) => one.id === id)?.after ?? []));
  const seen = new Set<string>();
  const search = (path: readonly string[]): string[] | null => {
    for (const next of afterOf(path.at(-1) ?? taskId)) {
      if (next === taskId) return [...path, taskId];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search([...path, next]);
      if (found) return found;
    }
    return null;
  };
  return search([taskId]);
}
