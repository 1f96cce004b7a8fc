import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { Moment } from '../../../time/moment';
import { LevelBadge } from '../../../ui/level-badge';
import { Popover } from '../../../ui/popover';
import { DueAt } from '../glance/due-at';

/** The level, and on demand what made it. */
export function LevelReasons({ escalation }: { escalation: EscalationView }): ReactNode {
  const { priority } = escalation;
  return (
    <Popover
      label={`Why it is ${priority.level}`}
      trigger={
        <button
          type="button"
          aria-label={`${priority.level}${priority.override ? ` set, weighs ${priority.override.weighed}` : ''}: why`}
          className="inline-flex min-h-8 items-center gap-1 rounded-md px-1 hover:bg-sunken max-sm:min-h-11"
        >
          <LevelBadge level={priority.level} />{' '}
          {priority.override && <span className="text-sm">set, weighs {priority.override.weighed}</span>}
          <ChevronDown aria-hidden data-noprint className="size-4 text-ink-soft" />
        </button>
      }
    >
      <SetByPerson escalation={escalation} />
      <p className="mb-2 font-semibold">
        {priority.override ? `Weighed: ${priority.override.weighed}` : priority.level}, {priority.score} points
      </p>
      {priority.factors.length === 0 && <p className="text-ink-soft">No factor applies.</p>}
      <dl className="grid grid-cols-[max-content_max-content_1fr] gap-x-3 gap-y-1 text-sm">
        {priority.factors.map(({ name, points, because }) => (
          <div key={name} className="contents">
            <dt className="font-medium first-letter:uppercase">{name}</dt>
            <dd className="tabular text-right">{points}</dd>
            <dd className="min-w-0 text-ink-soft">{because}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}

/** A person has set it against the weighing: who, why, until when. */
function SetByPerson({ escalation }: { escalation: EscalationView }): ReactNode {
  const { level, override } = escalation.priority;
  if (!override) return null;
  return (
    <div className="mb-3 space-y-1 border-b border-line pb-3">
      <p className="font-semibold">
        {level}, set by {override.by.name}
      </p>
      <p dir="auto" className="text-sm whitespace-pre-line">
        {override.reason}
      </p>
      <p className="text-sm text-ink-soft">
        <Moment at={override.at} told={escalation} />; ends by itself <Moment at={override.until} told={escalation} />,{' '}
        <DueAt at={override.until} told={escalation} />
      </p>
    </div>
  );
}
