import { useQuery } from '@tanstack/react-query';
import { memo, useState, type ReactNode } from 'react';
import { escalationQuery } from '../../api/escalation';
import { LevelBadge } from '../../ui/level-badge';
import { Popover } from '../../ui/popover';
import { ErrorState, Skeleton } from '../../ui/states';

/** The level, and on demand what it is made of. */
export const LevelReasons = memo(function LevelReasons({
  escalationRef,
  level,
}: {
  escalationRef: string;
  level: string;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const trigger = (
    <button
      type="button"
      onClick={() => setOpen(true)}
      aria-label={`${level}: why?`}
      aria-haspopup="dialog"
      className="relative z-10 inline-flex min-h-6 items-center rounded-full max-sm:-my-2 max-sm:min-h-11 max-sm:pr-3"
    >
      <LevelBadge level={level} />
    </button>
  );
  if (!open) return trigger;
  return (
    <Popover trigger={trigger} label={`Why ${level}`} open onOpenChange={setOpen}>
      <Reasons escalationRef={escalationRef} />
    </Popover>
  );
});

function Reasons({ escalationRef }: { escalationRef: string }): ReactNode {
  const { data, error, refetch } = useQuery(escalationQuery(escalationRef));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24 w-64" />;
  const { level, score, factors } = data.priority;
  return (
    <div className="w-72 max-w-full">
      <p className="mb-2 font-semibold">
        {level}: {score} points
      </p>
      <dl className="space-y-1.5">
        {factors.map(({ name, points, because }) => (
          <div key={name} className="flex items-baseline gap-2">
            <dt className="min-w-0 flex-1">
              <span className="font-medium capitalize">{name}</span>
              <span className="block text-sm text-ink-soft">{because}</span>
            </dt>
            <dd className="tabular font-medium">+{points}</dd>
          </div>
        ))}
      </dl>
      {factors.length === 0 && <p className="text-ink-soft">Nothing known of it adds points.</p>}
    </div>
  );
}
