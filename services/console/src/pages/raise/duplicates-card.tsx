import { CopyCheck, ExternalLink } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DuplicateView } from '../../../../api/views/duplicate.schema';
import { Moment } from '../../time/moment';
import { Button, buttonClasses } from '../../ui/button';
import { LevelBadge } from '../../ui/level-badge';

interface Props {
  duplicates: readonly DuplicateView[];
  /** Somebody says that it is this one: what was typed goes there. */
  onSame: (duplicate: DuplicateView) => Promise<void>;
}

/** Escalations that may be the same complaint: the same one by two doors is one escalation. */
export function DuplicatesCard({ duplicates, onSame }: Props): ReactNode {
  if (duplicates.length === 0) return null;
  return (
    <section aria-label="Perhaps raised already" className="rounded-xl border border-warn bg-surface">
      <p
        role="status"
        className="flex items-center gap-2 rounded-t-xl bg-warn-soft px-4 py-2.5 font-semibold text-warn"
      >
        <CopyCheck aria-hidden className="size-5 shrink-0" />
        {duplicates.length === 1
          ? 'Perhaps this is raised already'
          : `Perhaps one of these ${duplicates.length} is the same`}
      </p>
      <ul className="divide-y divide-line">
        {duplicates.map((duplicate) => (
          <Duplicate key={duplicate.id} duplicate={duplicate} onSame={onSame} />
        ))}
      </ul>
    </section>
  );
}

function Duplicate({ duplicate, onSame }: { duplicate: DuplicateView; onSame: Props['onSame'] }): ReactNode {
  const { ref, summary, account, status, level, raisedAt, owner, because } = duplicate;
  const [busy, setBusy] = useState(false);
  return (
    <li className="space-y-1.5 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <LevelBadge level={level} />
        <span className="font-semibold">{ref}</span>
        <span className="min-w-0 truncate" dir="auto" title={account.name}>
          {account.name}
        </span>
      </p>
      <p dir="auto" className="line-clamp-3 font-medium" title={summary}>
        {summary}
      </p>
      <p className="text-sm text-ink-soft">
        {status}, raised <Moment at={raisedAt} />, {owner ? `owned by ${owner.name}` : 'no owner yet'}
      </p>
      <p className="text-sm text-ink-soft">Because: {because.join('; ')}</p>
      <p className="flex flex-wrap gap-2 pt-1">
        <a href={`/escalations/${ref}`} target="_blank" rel="noreferrer" className={buttonClasses('plain', true)}>
          <ExternalLink aria-hidden className="size-4" />
          Open {ref}
          <span className="sr-only"> in a new tab</span>
        </a>
        <Button
          small
          busy={busy}
          onClick={async () => {
            setBusy(true);
            await onSame(duplicate);
            setBusy(false);
          }}
        >
          It is this one
        </Button>
      </p>
    </li>
  );
}
