import { Link } from '@tanstack/react-router';
import { ArrowRight, Flame, HandHelping } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkItem } from '../../../../api/views/work.schema';
import { Countdown } from '../../time/countdown';
import { Badge } from '../../ui/badge';
import { buttonClasses } from '../../ui/button';
import { classes } from '../../ui/classes';
import { LevelBadge } from '../../ui/level-badge';
import { actionWords } from '../../words/action-words';

/** One thing that waits: what, for whom, by when, and what to do about it. */
export function WorkRow({ item }: { item: WorkItem }): ReactNode {
  const { ref, summary, account, level, what, dueAt, breached, action, beside } = item;
  return (
    <article
      className={classes(
        'flex flex-col gap-3 rounded-xl border bg-surface p-4 sm:flex-row sm:items-center',
        item.overdue ? 'border-danger' : 'border-line',
      )}
    >
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="flex flex-wrap items-center gap-2">
          <strong>{what}</strong>
          {dueAt && <Countdown dueAt={dueAt} told={item} />}
          {breached && (
            <Badge tone="danger" icon={<Flame aria-hidden />}>
              Breached
            </Badge>
          )}
        </p>
        <p className="min-w-0">
          <Link
            to="/escalations/$ref"
            params={{ ref }}
            className="font-medium text-accent underline-offset-2 hover:underline"
          >
            {ref} <span dir="auto">{summary}</span>
          </Link>
        </p>
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <LevelBadge level={level} />
          <span dir="auto">{account.name}</span>
          <span>{account.tier ?? 'tier unknown'}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2 sm:flex-col sm:items-stretch">
        {action && (
          <ActionLink item={item} action={action} kind="primary" icon={<ArrowRight aria-hidden className="size-4" />} />
        )}
        {beside && (
          <ActionLink item={item} action={beside} kind="plain" icon={<HandHelping aria-hidden className="size-4" />} />
        )}
      </div>
    </article>
  );
}

interface ActionProps {
  item: WorkItem;
  action: NonNullable<WorkItem['action']>;
  kind: 'primary' | 'plain';
  icon: ReactNode;
}

/** Opens the escalation with that form. */
function ActionLink({ item, action: { name }, kind, icon }: ActionProps): ReactNode {
  const words = actionWords(name);
  return (
    <Link
      to="/escalations/$ref"
      params={{ ref: item.ref }}
      search={{ action: name, ...aboutOf(item, name) }}
      className={buttonClasses(kind)}
      aria-label={`${words}: ${item.ref}`}
    >
      {icon}
      {words}
    </Link>
  );
}

/** The promise, the task or the decision that waits, for the form that answers it. */
function aboutOf({ clockId, commitmentId }: WorkItem, action: string): Record<string, string> {
  const id = clockId?.split(':')[1];
  if (action === 'keep-commitment' && commitmentId) return { commitmentId };
  if (action === 'decide-approval' && id) return { approvalId: id };
  return action === 'complete-task' && id ? { taskId: id } : {};
}
