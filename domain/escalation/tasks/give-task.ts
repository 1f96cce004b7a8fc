import type { Notice } from '../../notice';
import type { Person } from '../../people';
import { startClock } from '../clocks';
import type { Draft } from '../draft';
import { wordTo } from '../notices';
import type { Escalation } from '../state';
import { taskClock } from './open-tasks';
import type { Task } from './task';

/** A task as it is given; what must hold of it was checked before. */
export type GivenTask = Pick<Task, 'text' | 'dueAt' | 'after' | 'counterpart'> & { person: Person };

/** Puts a task on record, tells whose it is, and starts its clock, due at the date itself. */
export function giveTask(draft: Draft, { text, dueAt, after, counterpart, person }: GivenTask): void {
  const taskId = `t${draft.state.tasks.length + 1}`;
  const notices = toldOfTask(draft, person, { text, dueAt, counterpart });
  draft.emit('task.added', { taskId, text, personId: person.id, dueAt, after, counterpart, notices });
  startClock(draft, taskClock(taskId), 'task', draft.now, dueAt - draft.now);
}

/** Word to whoever gets a task, unless they give it to themselves. */
export function toldOfTask(
  { state, actor }: Draft,
  person: Person,
  task: Pick<Task, 'text' | 'dueAt' | 'counterpart'>,
): Notice[] {
  if (actor?.id === person.id) return [];
  return [wordTo(person.id, 'mail', 'task-given', state, taskInWords(state, task))];
}

function taskInWords(state: Escalation, { text, dueAt, counterpart }: Pick<Task, 'text' | 'dueAt' | 'counterpart'>) {
  const by = `${new Date(dueAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const whose = counterpart ? `See that ${state.counterpart?.name ?? 'the customer'} does` : 'You have a task';
  return `${whose} in ${state.ref} by ${by}: ${text}`;
}
