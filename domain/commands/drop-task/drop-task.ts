import { cancelClock } from '../../escalation/clocks';
import { needsOpenTask, openTask, taskClock } from '../../escalation/tasks/open-tasks';
import { MANAGER_UPWARDS } from '../../people';
import type { CommandDefinition } from '../command';
import type { DropTaskBody } from './drop-task.schema';

/** A task is not needed any more: its clock ends, and nothing waits for it. */
export const dropTask: CommandDefinition<DropTaskBody> = {
  name: 'drop-task',
  title: 'Drop a task',
  help: 'It is not needed any more. What came after it waits no longer for it.',
  by: ['the-owner', ...MANAGER_UPWARDS],
  in: ['open', 'paused', 'closed', 'settled'],
  ready: needsOpenTask,
  perform(draft, { body }) {
    const task = openTask(draft.state, body.taskId, '#/taskId');
    draft.emit('task.dropped', { taskId: task.id, reason: body.reason });
    cancelClock(draft, taskClock(task.id), 'dropped');
  },
};
