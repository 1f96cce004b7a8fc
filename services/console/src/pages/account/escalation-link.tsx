import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The way to an escalation, by its ref. */
export function EscalationLink({
  escalationRef,
  children,
}: {
  escalationRef: string;
  children?: ReactNode;
}): ReactNode {
  return (
    <Link
      to="/escalations/$ref"
      params={{ ref: escalationRef }}
      className="font-medium text-accent underline-offset-2 hover:underline"
    >
      {children ?? escalationRef}
    </Link>
  );
}
