import { UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/avatar';
import type { Row } from './board-rows';

/** Whose it is, or that it is nobody's yet. */
export function OwnerName({ owner }: { owner: Row['owner'] }): ReactNode {
  if (!owner) {
    return (
      <span className="inline-flex items-center gap-1.5 text-sm text-warn">
        <UserX aria-hidden className="size-4 shrink-0" />
        No owner yet
      </span>
    );
  }
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 text-sm">
      <Avatar name={owner.name} small />
      <span className="min-w-0 truncate" title={owner.name}>
        {owner.name}
      </span>
    </span>
  );
}
