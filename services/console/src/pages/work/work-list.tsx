import { Link } from '@tanstack/react-router';
import { PartyPopper } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkItem } from '../../../../api/views/work.schema';
import { buttonClasses } from '../../ui/button';
import { EmptyState } from '../../ui/states';
import { WorkRow } from './work-row';

/** What waits, the most urgent first. */
export function WorkList({ items }: { items: readonly WorkItem[] }): ReactNode {
  if (items.length === 0) {
    return (
      <EmptyState title="Nothing waits for you" icon={<PartyPopper />}>
        <p className="mb-4">Every clock that watches you rests. What comes in shows up here by itself.</p>
        <Link to="/board" className={buttonClasses('plain')}>
          See the whole board
        </Link>
      </EmptyState>
    );
  }
  return (
    <ul className="space-y-3">
      {items.map((item) => (
        <li key={`${item.escalationId} ${item.clockId ?? ''} ${item.commitmentId ?? ''} ${item.why}`}>
          <WorkRow item={item} />
        </li>
      ))}
    </ul>
  );
}
