import { giveTask } from '../../escalation/tasks/give-task';
import { checkAfter, dateToCome, roomForTasks } from '../../escalation/tasks/task-rules';
import { namedColleague } from '../../escalation/team/colleague';
import { joinByTask } from '../../escalation/team/join-team';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { AddTaskBody } from './add-task.schema';

/** Gives somebody a task with a date, a durable clock of its own, and those that come before it. */
export const addTask: CommandDefinition<AddTaskBody> = {
  name: 'add-task',
  title: 'Add a task',
  help: 'Somebody does something by a date. Its clock reminds them and climbs, after closure too, until it is done.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed'],
  perform(draft, { body, now }) {
    const { text, personId, after: given = [], role } = body;
    const person = namedColleague(draft.state, personId, '#/personId', now);
    const dueAt = dateToCome(body.dueAt, now, '#/dueAt');
    const after = [...new Set(given)];
    checkAfter(draft.state, given);
    roomForTasks(draft.state, 1);
    joinByTask(draft, person, role);
    giveTask(draft, { text, dueAt, after, counterpart: false, person });
  },
};
