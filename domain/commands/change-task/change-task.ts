import { startClock } from '../../escalation/clocks';
import type { Draft } from '../../escalation/draft';
import { knownPerson } from '../../escalation/known';
import { wordTo } from '../../escalation/notices';
import { promisesBefore } from '../../escalation/promises/before-tasks';
import { restChain } from '../../escalation/tasks/counterpart-tasks';
import { toldOfTask } from '../../escalation/tasks/give-task';
import { needsOpenTask, openTask, taskClock } from '../../escalation/tasks/open-tasks';
import type { Task } from '../../escalation/tasks/task';
import { checkAfter, checkNoCircle, dateToCome } from '../../escalation/tasks/task-rules';
import { namedColleague } from '../../escalation/team/colleague';
import { joinByTask } from '../../escalation/team/join-team';
import type { Notice } from '../../notice';
import { MANAGER_UPWARDS } from '../../people';
import { invalid } from '../../rejection';
import { sameJson } from '../../same-json';
import type { CommandDefinition } from '../command';
import type { ChangeTaskBody } from './change-task.schema';

/** A task goes to another person, to another date, or comes after others; its clock follows. */
export const changeTask: CommandDefinition<ChangeTaskBody> = {
  name: 'change-task',
  title: 'Change a task',
  help: 'Another person, another date, or another order, with the reason. Its clock follows the date.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled'],
  ready: needsOpenTask,
  perform(draft, { body, now }) {
    const task = openTask(draft.state, body.taskId, '#/taskId');
    const dueAt = body.dueAt === undefined ? task.dueAt : dueAtOf(body.dueAt, task, now);
    const after = body.after === undefined ? task.after : [...new Set(body.after)];
    if (body.after !== undefined) {
      checkAfter(draft.state, body.after);
      checkNoCircle(draft.state, task.id, after);
    }
    const personId = body.personId ?? task.personId;
    if (personId === task.personId && dueAt === task.dueAt && sameJson(after, task.after)) {
      invalid('invalid-content', 'Nothing changes: name another person, date or order.', {
        pointer: '#',
        detail: 'needs a change',
      });
    }
    change(draft, task, { personId, dueAt, after }, body.reason);
  },
};

/** The same date again may have passed. */
function dueAtOf(dueAt: string, task: Task, now: number): number {
  return Date.parse(dueAt) === task.dueAt ? task.dueAt : dateToCome(dueAt, now, '#/dueAt');
}

function change(draft: Draft, task: Task, to: Pick<Task, 'personId' | 'dueAt' | 'after'>, reason: string): void {
  const given = to.personId !== task.personId;
  const person = given
    ? namedColleague(draft.state, to.personId, '#/personId', draft.now)
    : knownPerson(draft.state, task.personId);
  if (given && person) joinByTask(draft, person, undefined);
  const concerned = given || to.dueAt !== task.dueAt;
  const told = person && concerned ? toldOfTask(draft, person, { ...task, ...to }) : [];
  const notices = [...told, ...ownerWarned(draft, { id: task.id, dueAt: to.dueAt })];
  draft.emit('task.changed', { taskId: task.id, ...to, reason, notices });
  if (!concerned) return;
  // Begun anew, so that whoever does it is reminded once more; what has run out already goes on, after a rest.
  if (to.dueAt > draft.now) startClock(draft, taskClock(task.id), 'task', draft.now, to.dueAt - draft.now);
  else restChain(draft, task.id, `given to ${person?.name ?? to.personId}`);
}

/** A task that moves behind a promise which depends on it endangers the promise: its owner hears of it at once. */
function ownerWarned({ state, actor }: Draft, task: Pick<Task, 'id' | 'dueAt'>): Notice[] {
  const before = promisesBefore(state, task);
  if (before.length === 0 || !state.ownerId) return [];
  const promises = before.map(({ id, text }) => `${id} "${text}"`).join(', ');
  const text = `The task ${task.id} of ${state.ref} is due after what depends on it was promised: ${promises}.`;
  const via = actor?.id === state.ownerId ? 'inbox' : 'mail';
  return [wordTo(state.ownerId, via, 'promise-endangered', state, text)];
}
