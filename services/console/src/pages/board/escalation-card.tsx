import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { Highlight } from '../../ui/highlight';
import { factWords } from '../../words/fact-words';
import type { Row } from './board-rows';
import { LevelReasons } from './level-reasons';
import { NextDue } from './next-due';
import { OwnerName } from './owner-name';
import { Standing } from './standing';

/** A card on the board. */
export interface CardProps {
  row: Row;
  /** The words that were searched for. */
  q?: string;
  /** It belongs here no longer, and stays until nobody points at the list. */
  gone?: boolean;
  arrived?: boolean;
  changed?: boolean;
}

/** One escalation: a link as large as the card, with its level's reasons beside. */
export const EscalationCard = memo(function EscalationCard({ row, q, gone, arrived, changed }: CardProps): ReactNode {
  const { ref, summary, account, owner, priority, unheard } = row;
  return (
    <article
      data-row={row.id}
      className={classes(
        'relative scroll-m-2 space-y-1.5 rounded-xl border bg-surface p-3 shadow-xs hover:border-line-strong',
        'has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-focus',
        unheard ? 'border-2 border-danger' : 'border-line',
        gone && 'border-dashed',
        arrived && 'board-arrived',
      )}
    >
      {changed && <span key={row.seq} aria-hidden className="board-changed" />}
      <div className="flex items-center gap-2">
        <LevelReasons escalationRef={ref} level={priority.level} />
        <span className="text-sm text-ink-soft">
          <Highlight text={ref} q={q} />
        </span>
        {gone && <span className="ml-auto text-sm text-info">moved on</span>}
      </div>
      <h3 className="text-[0.9375rem] leading-snug font-medium">
        <Link
          to="/escalations/$ref"
          params={{ ref }}
          className="text-ink no-underline outline-none after:absolute after:inset-0 after:rounded-xl"
        >
          <span dir="auto" className="line-clamp-2" title={summary.length > 80 ? summary : undefined}>
            <Highlight text={summary} q={q} />
          </span>
        </Link>
      </h3>
      <p className="flex min-w-0 gap-1.5 text-sm text-ink-soft">
        <span dir="auto" className="min-w-0 truncate" title={account.name}>
          <Highlight text={account.name} q={q} />
        </span>
        <span className="shrink-0">· {account.tier ? factWords(account.tier) : 'tier unknown'}</span>
      </p>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        <NextDue row={row} />
        <Standing row={row} />
      </div>
      <OwnerName owner={owner} />
    </article>
  );
});
