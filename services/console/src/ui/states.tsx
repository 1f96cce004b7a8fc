import { CircleAlert, Inbox, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { inWords } from '../api/problem';
import { Button } from './button';
import { classes } from './classes';

/** Nothing is there: says so, and what to do. */
export function EmptyState({
  title,
  children,
  icon,
  isPage,
}: {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  /** It is the whole page. */
  isPage?: boolean;
}): ReactNode {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-12 text-center">
      <span aria-hidden className="text-ink-soft [&>svg]:size-8">
        {icon ?? <Inbox />}
      </span>
      <Title className="text-lg font-semibold">{title}</Title>
      <div className="text-ink-soft">{children}</div>
    </div>
  );
}

interface ErrorProps {
  error: unknown;
  onRetry?: () => void;
  /** What the page would be called, where it is all of it. */
  pageTitle?: string;
}

/** Something could not be had: says why, and offers to try again. */
export function ErrorState({ error, onRetry, pageTitle }: ErrorProps): ReactNode {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-12 text-center">
      <CircleAlert aria-hidden className="size-8 text-danger" />
      {pageTitle && <h1 className="text-lg font-semibold">{pageTitle}</h1>}
      <p>{inWords(error)}</p>
      {onRetry && (
        <Button icon={<RotateCw aria-hidden className="size-4" />} onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** The shape of what is to come. */
export function Skeleton({ className }: { className?: string }): ReactNode {
  return <div aria-hidden className={classes('animate-pulse rounded-md bg-sunken', className ?? 'h-4 w-full')} />;
}

/** A page's worth of it, announced once. */
export function Loading({ what = 'Loading' }: { what?: string }): ReactNode {
  return (
    <div role="status" className="space-y-3 p-4">
      <span className="sr-only">{what} …</span>
      <Skeleton className="h-7 w-1/3" />
      <Skeleton className="h-24" />
      <Skeleton className="h-24" />
      <Skeleton className="h-24" />
    </div>
  );
}
