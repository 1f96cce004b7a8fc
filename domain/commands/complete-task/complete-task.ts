import { meetClock } from '../../escalation/clocks';
import type { Draft } from '../../escalation/draft';
import { happenedAt } from '../../escalation/spoken';
import { answersFor, managesHere, ownsHere } from '../../escalation/standing';
import { blockersOf, needsOpenTask, openTask, quotedTask, taskClock } from '../../escalation/tasks/open-tasks';
import type { Task } from '../../escalation/tasks/task';
import type { Actor } from '../../people';
import { MANAGER_UPWARDS } from '../../people';
import { conflict, forbidden, invalid } from '../../rejection';
import type { CommandDefinition } from '../command';
import type { CompleteTaskBody } from './complete-task.schema';

/** A task is done: its clock is met at the moment when it was. */
export const completeTask: CommandDefinition<CompleteTaskBody> = {
  name: 'complete-task',
  title: 'Complete a task',
  help: 'The task is done. It comes after those that it waits for.',
  by: ['the-owner', 'the-responsible', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled'],
  ready: needsOpenTask,
  perform(draft, { body, by, now }) {
    const { state } = draft;
    const task = openTask(state, body.taskId, '#/taskId');
    if (!isTheirs(draft, task, by)) {
      forbidden('Only whose task it is, the owner or a manager upwards may say that it is done.');
    }
    const blockers = blockersOf(state, task);
    if (blockers.length > 0) {
      conflict('too-early', `The task ${task.id} comes after ${blockers.map(quotedTask).join(', ')}.`);
    }
    const doneAt = happenedAt(state, body.occurredAt, now, '#/occurredAt');
    notBefore(draft, task, doneAt);
    draft.emit('task.completed', { taskId: task.id, doneAt, note: body.note ?? null });
    meetClock(draft, taskClock(task.id), doneAt);
  },
};

/** Theirs, or of whom they stand in for; the owner and those who manage it answer for all. */
function isTheirs({ state, now }: Draft, task: Task, by: Actor): boolean {
  return answersFor(state, task.personId, by, now) || ownsHere(state, by, now) || managesHere(state, by);
}

/** Nothing was done before what it comes after. */
function notBefore({ state }: Draft, { after }: Task, doneAt: number): void {
  const later = state.tasks.find((one) => after.includes(one.id) && one.doneAt !== null && one.doneAt > doneAt);
  if (!later) return;
  invalid('invalid-content', `It cannot have been done before ${quotedTask(later)} was.`, {
    pointer: '#/occurredAt',
    detail: `before ${later.id} was done`,
  });
}
