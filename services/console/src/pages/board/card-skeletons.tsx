import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/states';

/** The shape of cards to come. */
export function CardSkeletons({ count = 3 }: { count?: number }): ReactNode {
  return (
    <div role="status" className="space-y-2">
      <span className="sr-only">Loading …</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="h-44 space-y-3 rounded-xl border border-line bg-surface p-3">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5" />
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-5 w-3/4" />
          <Skeleton className="h-6 w-1/2" />
        </div>
      ))}
    </div>
  );
}
