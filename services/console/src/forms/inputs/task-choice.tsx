import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { momentInFull, useMomentStyle } from '../../time/moment';

/** A task of an escalation. */
export type TaskView = EscalationView['tasks'][number];

/** Those that are still to be done, the next due first. */
export function openTasks(tasks: readonly TaskView[]): TaskView[] {
  return tasks.filter(({ state }) => state === 'open').sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** A task as somebody chooses it: what, whose, by when, and what it waits for. */
export function TaskLabel({ task, tasks }: { task: TaskView; tasks: readonly TaskView[] }): ReactNode {
  const style = useMomentStyle();
  const waitsFor = task.blockedBy.map((id) => tasks.find((other) => other.id === id)?.text ?? id);
  return (
    <>
      <span dir="auto">{task.text}</span>
      <span className="block text-sm">
        {task.person.name}, due {momentInFull(task.dueAt, style)}
        {waitsFor.length > 0 && `, waits for: ${waitsFor.join('; ')}`}
      </span>
    </>
  );
}
