import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import type { ReactNode } from 'react';
import { unreadQuery } from './inbox-queries';

const MOST_SHOWN = 99;

/** The way to the inbox, with how much is unread. */
export function InboxButton(): ReactNode {
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const name = unread === 0 ? 'Inbox' : `Inbox, ${unread} unread`;
  return (
    <Link
      to="/work"
      search={{ view: 'inbox' }}
      aria-label={name}
      title={name}
      className="relative inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink hover:bg-sunken max-sm:size-11"
    >
      <Bell aria-hidden className="size-5" />
      {unread > 0 && (
        <span
          aria-hidden
          className="tabular absolute top-0.5 right-0.5 min-w-5 rounded-full bg-danger-soft px-1 text-center text-xs font-semibold text-danger"
        >
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      )}
    </Link>
  );
}
