import { CircleCheck, CircleSlash, Hourglass, ListChecks, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CommitmentView } from '../../../../../api/views/agreements.schema';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Countdown } from '../../../time/countdown';
import { Badge } from '../../../ui/badge';
import { SmallActions } from '../actions/small-actions';
import { useChanged } from '../use-changed';
import { DueAt } from './due-at';

interface Props {
  promise: CommitmentView;
  escalation: EscalationView;
}

/** One promise: what, by when, whose, what it waits for, and what can be done about it. */
export function PromiseItem({ promise, escalation }: Props): ReactNode {
  const changed = useChanged<HTMLLIElement>(`${promise.state} ${promise.dueAt}`);
  const { id, text, state, responsible, dueAt } = promise;
  return (
    <li ref={changed} className="space-y-1 rounded-md">
      <p dir="auto">{text}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <Standing promise={promise} escalation={escalation} />
        <span>
          {responsible.name}, due <DueAt at={dueAt} told={escalation} />
          <MovedFrom promise={promise} escalation={escalation} />
        </span>
      </p>
      <WaitsFor promise={promise} escalation={escalation} />
      {(state === 'open' || state === 'broken') && (
        <SmallActions
          escalation={escalation}
          of={text}
          about={{ commitmentId: id }}
          actions={[
            { name: 'keep-commitment', label: 'Kept' },
            state === 'open'
              ? { name: 'move-commitment', label: 'Move', kind: 'quiet' }
              : { name: 'replace-commitment', label: 'Replace', kind: 'quiet' },
          ]}
        />
      )}
    </li>
  );
}

function MovedFrom({ promise: { movedFrom }, escalation }: Props): ReactNode {
  if (movedFrom.length === 0) return null;
  return (
    <>
      , moved from{' '}
      {movedFrom.map((at, index) => (
        <span key={at}>
          {index > 0 && ' and '}
          <s>
            <DueAt at={at} told={escalation} />
          </s>
        </span>
      ))}
    </>
  );
}

/** What has to be there before it can be kept: tasks that are not done, a remedy that nobody has allowed yet. */
function WaitsFor({ promise: { dependsOn, remedy, state }, escalation }: Props): ReactNode {
  if (state !== 'open' && state !== 'broken') return null;
  const open = escalation.tasks.filter((task) => dependsOn.includes(task.id) && task.state === 'open');
  const undecided = remedy && escalation.approvals.some((one) => one.state === 'open' && one.subject.kind === 'remedy');
  return (
    <>
      {open.length > 0 && (
        <p dir="auto" className="flex items-start gap-1.5 text-sm">
          <ListChecks aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
          Needs first: {open.map(({ text, person }) => `${text} (${person.name})`).join('; ')}
        </p>
      )}
      {undecided && (
        <p className="flex items-start gap-1.5 text-sm text-warn">
          <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
          The remedy waits for a decision
        </p>
      )}
    </>
  );
}

function Standing({ promise: { state, dueAt, keptAt }, escalation }: Props): ReactNode {
  if (state === 'kept') {
    const late = keptAt !== null && keptAt > dueAt;
    return (
      <Badge tone={late ? 'warn' : 'good'} icon={<CircleCheck aria-hidden />}>
        {late ? 'Kept late' : 'Kept'}
      </Badge>
    );
  }
  if (state === 'replaced') return <Badge icon={<CircleSlash aria-hidden />}>Replaced</Badge>;
  return (
    <>
      {state === 'broken' && (
        <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
          Broken, still owed
        </Badge>
      )}
      <Countdown dueAt={dueAt} told={escalation} />
    </>
  );
}
