import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClasses } from '../ui/button';
import { EmptyState, ErrorState } from '../ui/states';

/** There is nothing under this address. */
export function NotFoundPage(): ReactNode {
  return (
    <EmptyState isPage title="There is nothing here" icon={<Compass />}>
      <p className="mb-4">The link may have been cut, or what it led to is not for you to see.</p>
      <Link to="/board" className={buttonClasses('primary')}>
        To the board
      </Link>
    </EmptyState>
  );
}

/** The page itself broke; what was typed is kept by its form and is there again afterwards. */
export function BrokenPage({ error }: { error: unknown }): ReactNode {
  return <ErrorState pageTitle="This page broke" error={error} onRetry={() => window.location.reload()} />;
}
