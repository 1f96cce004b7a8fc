import { CircleCheck, CircleSlash, Handshake, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import type { TaskView } from '../../../forms/inputs/task-choice';
import { Countdown } from '../../../time/countdown';
import { Badge } from '../../../ui/badge';
import { SmallActions } from '../actions/small-actions';
import { DueAt } from '../glance/due-at';
import { useChanged } from '../use-changed';

interface Props {
  task: TaskView;
  escalation: EscalationView;
}

/** One task: what, whose, by when, what it waits for, and what can be done about it. */
export function TaskItem({ task, escalation }: Props): ReactNode {
  const changed = useChanged<HTMLLIElement>(`${task.state} ${task.dueAt} ${task.person.id}`);
  const { id, text, person, state, dueAt, doneAt, note } = task;
  return (
    <li ref={changed} className="space-y-1 rounded-md">
      <p dir="auto">{text}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <Standing task={task} escalation={escalation} />
        <span>
          {person.name}, {state === 'open' ? 'due ' : doneAt ? 'done ' : 'was due '}
          <DueAt at={doneAt ?? dueAt} told={escalation} />
        </span>
      </p>
      {task.counterpart && (
        <p className="flex items-start gap-1.5 text-sm text-ink-soft">
          <Handshake aria-hidden className="mt-0.5 size-4 shrink-0" />
          {escalation.counterpart?.name ?? 'The customer'} agreed to it; {person.name} sees that it is done
        </p>
      )}
      <BlockedBy task={task} escalation={escalation} />
      {note && (
        <p dir="auto" className="text-sm whitespace-pre-line">
          “{note}”
        </p>
      )}
      {state === 'open' && (
        <SmallActions
          escalation={escalation}
          of={text}
          about={{ taskId: id }}
          actions={[
            ...(task.blockedBy.length === 0 ? [{ name: 'complete-task', label: 'Done' }] : []),
            { name: 'change-task', label: 'Change', kind: 'quiet' as const },
            { name: 'drop-task', label: 'Drop', kind: 'quiet' as const },
          ]}
        />
      )}
    </li>
  );
}

function Standing({ task: { state, dueAt }, escalation }: Props): ReactNode {
  if (state === 'open') return <Countdown dueAt={dueAt} told={escalation} />;
  return state === 'done' ? (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      Done
    </Badge>
  ) : (
    <Badge icon={<CircleSlash aria-hidden />}>Dropped</Badge>
  );
}

function BlockedBy({ task: { blockedBy }, escalation: { tasks } }: Props): ReactNode {
  const blocking = tasks.filter(({ id }) => blockedBy.includes(id));
  if (blocking.length === 0) return null;
  return (
    <p dir="auto" className="flex items-start gap-1.5 text-sm">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      After: {blocking.map(({ text, person }) => `${text} (${person.name})`).join('; ')}
    </p>
  );
}
