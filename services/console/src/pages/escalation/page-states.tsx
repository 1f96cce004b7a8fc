import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClasses } from '../../ui/button';
import { EmptyState, Skeleton } from '../../ui/states';

/** It does not exist, or it is not for the reader: the server does not say which. */
export function NoSuchEscalation({ escalationRef }: { escalationRef: string }): ReactNode {
  return (
    <>
      <h1 className="sr-only">No such escalation</h1>
      <EmptyState title={`There is no ${escalationRef.slice(0, 60)} for you`} icon={<Compass />}>
        <p className="mb-4">
          It does not exist, or you do not take part in it. Whoever sent you the link can name you in it, or ask your
          manager.
        </p>
        <Link to="/board" className={buttonClasses('primary')}>
          To the board
        </Link>
      </EmptyState>
    </>
  );
}

/** The shape of the page until it is there. */
export function EscalationSkeleton(): ReactNode {
  return (
    <div role="status" className="space-y-4">
      <span className="sr-only">Loading the escalation …</span>
      <div className="space-y-3">
        <Skeleton className="h-6 w-72 max-w-full" />
        <Skeleton className="h-8 w-3/5" />
        <Skeleton className="h-5 w-4/5" />
      </div>
      <div className="grid gap-1.5 sm:grid-cols-3 xl:grid-cols-6">
        {[1, 2, 3, 4, 5, 6].map((step) => (
          <Skeleton key={step} className="h-9 sm:h-14" />
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-4">
        <Skeleton className="h-64 lg:col-span-2" />
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
      </div>
      <Skeleton className="h-72" />
      <Skeleton className="h-96" />
    </div>
  );
}
