import type { Escalation, Status } from '../../../domain/escalation/state';
import type { Task } from '../../../domain/escalation/tasks/task';
import type { Law } from './law';
import { requiring } from './law';
import { waits } from './line';

/** In these everything that is not done is chased; nothing is in what was withdrawn or merged. */
const CHASED: readonly Status[] = ['open', 'paused', 'closed', 'settled'];

const WATCHED = 'each open task has a clock of its own until it is done or dropped, due on its date, after closure too';
const watched: Law = {
  name: WATCHED,
  watch() {
    const require = requiring(WATCHED);
    return {
      rest({ status, clocks, tasks }) {
        for (const { id, dueAt, state } of tasks) {
          const clock = clocks.find((one) => one.id === `task:${id}`);
          require(clock?.dueAt === dueAt, () => `the clock of ${id} is due at ${clock?.dueAt}, its date is ${dueAt}`);
          const chased = state === 'open' && CHASED.includes(status);
          require(clock !== undefined && waits(clock) === chased, () =>
            `${id} is ${state} in a ${status} escalation, its clock ${clock?.state}`);
        }
      },
    };
  },
};

const ACYCLIC = 'tasks never wait for each other in a circle';
const acyclic: Law = {
  name: ACYCLIC,
  watch() {
    const require = requiring(ACYCLIC);
    return {
      event({ type }, _before, { tasks }) {
        if (type !== 'task.added' && type !== 'task.changed') return;
        require(done(tasks), () => `none of ${tasks.map(({ id, after }) => `${id} after ${after.join()}`).join('; ')}`);
      },
    };
  },
};

/** Whether there is an order in which all could be done: whatever waits for nothing left is done, round by round. */
function done(tasks: readonly Task[]): boolean {
  let left = tasks;
  for (;;) {
    const ids = new Set(left.map(({ id }) => id));
    const still = left.filter(({ after }) => after.some((id) => ids.has(id)));
    if (still.length === 0) return true;
    if (still.length === left.length) return false;
    left = still;
  }
}

const ORDERED = 'no task is done before those that it comes after';
const ordered: Law = {
  name: ORDERED,
  watch() {
    const require = requiring(ORDERED);
    return {
      event(event, before) {
        if (event.type !== 'task.completed') return;
        const { taskId, doneAt } = event.data;
        for (const id of taskBy(before, taskId).after) {
          const first = taskBy(before, id);
          const isDone = first.state === 'done' && (first.doneAt ?? Infinity) <= doneAt;
          require(isDone || first.state === 'dropped', () => `${taskId} at ${doneAt}, ${id} is ${first.state}`);
        }
      },
    };
  },
};

function taskBy({ tasks }: Escalation, id: string): Task {
  const task = tasks.find((one) => one.id === id);
  if (!task) throw new Error(`no task ${id}`);
  return task;
}

/** What is asked of people inside, and its order. */
export const taskLaws: readonly Law[] = [watched, acyclic, ordered];
