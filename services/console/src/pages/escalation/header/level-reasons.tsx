import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../../api/views/escalation.schema';
import { LevelBadge } from '../../../ui/level-badge';
import { Popover } from '../../../ui/popover';

/** The level, and on demand what made it. */
export function LevelReasons({ priority }: { priority: EscalationView['priority'] }): ReactNode {
  return (
    <Popover
      label={`Why it is ${priority.level}`}
      trigger={
        <button
          type="button"
          aria-label={`${priority.level}: why`}
          className="inline-flex min-h-8 items-center gap-1 rounded-md px-1 hover:bg-sunken max-sm:min-h-11"
        >
          <LevelBadge level={priority.level} />
          <ChevronDown aria-hidden data-noprint className="size-4 text-ink-soft" />
        </button>
      }
    >
      <p className="mb-2 font-semibold">
        {priority.level}, {priority.score} points
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
