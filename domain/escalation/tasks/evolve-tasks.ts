import type { Evolver } from '../evolver';
import type { Escalation } from '../state';
import type { Task } from './task';

function change(state: Escalation, taskId: string, to: Partial<Task>): Escalation {
  return { ...state, tasks: state.tasks.map((one) => (one.id === taskId ? { ...one, ...to } : one)) };
}

const added: Evolver<'task.added'> = (state, { at, data }) => {
  const { taskId: id, text, personId, dueAt, after, counterpart, addedAt = at } = data;
  const open = { state: 'open', addedAt, doneAt: null, note: null } as const;
  return { ...state, tasks: [...state.tasks, { id, text, personId, dueAt, after, counterpart, ...open }] };
};

const changed: Evolver<'task.changed'> = (state, { data: { taskId, personId, dueAt, after } }) =>
  change(state, taskId, { personId, dueAt, after });

const completed: Evolver<'task.completed'> = (state, { data: { taskId, doneAt, note } }) =>
  change(state, taskId, { state: 'done', doneAt, note });

const dropped: Evolver<'task.dropped'> = (state, { data: { taskId, reason } }) =>
  change(state, taskId, { state: 'dropped', note: reason });

/** How tasks change. */
export const taskEvolvers = {
  'task.added': added,
  'task.changed': changed,
  'task.completed': completed,
  'task.dropped': dropped,
};
