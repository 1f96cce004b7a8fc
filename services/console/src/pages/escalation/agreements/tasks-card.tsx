import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { openTasks } from '../../../forms/inputs/task-choice';
import { Card } from '../../../ui/card';
import { mayDo, SmallActions } from '../actions/small-actions';
import { usePrinting } from '../printing';
import { TaskItem } from './task-item';

/** Who has to do what by when, also after closure; nothing where there is no task and none can be given. */
export function TasksCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const printing = usePrinting();
  const open = openTasks(escalation.tasks);
  const ended = escalation.tasks.filter(({ state }) => state !== 'open');
  if (escalation.tasks.length === 0 && !mayDo(escalation, 'add-task')) return null;
  const hasEnded = escalation.status === 'closed' || escalation.status === 'settled';
  return (
    <Card title="Tasks" aside={open.length > 0 && <span className="text-sm text-ink-soft">{open.length} open</span>}>
      <div className="space-y-3">
        {escalation.tasks.length === 0 && <p className="text-ink-soft">Nobody has a task of their own here.</p>}
        {hasEnded && open.length > 0 && (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
            The customer has their answer, and this is still to be done. It is chased until then.
          </p>
        )}
        {open.length > 0 && (
          <ul className="space-y-3">
            {open.map((task) => (
              <TaskItem key={task.id} task={task} escalation={escalation} />
            ))}
          </ul>
        )}
        {ended.length > 0 && (
          <details open={printing || open.length === 0}>
            <summary className="min-h-8 cursor-pointer text-sm text-ink-soft underline max-sm:min-h-11">
              {ended.length === 1 ? '1 is done or dropped' : `${ended.length} are done or dropped`}
            </summary>
            <ul className="mt-2 space-y-3">
              {ended.map((task) => (
                <TaskItem key={task.id} task={task} escalation={escalation} />
              ))}
            </ul>
          </details>
        )}
        <SmallActions
          escalation={escalation}
          of={escalation.ref}
          actions={[{ name: 'add-task', label: 'Give a task', kind: 'quiet' }]}
        />
      </div>
    </Card>
  );
}
