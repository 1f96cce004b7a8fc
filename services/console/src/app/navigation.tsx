import { Link } from '@tanstack/react-router';
import { CirclePlus, LayoutDashboard, ListTodo } from 'lucide-react';
import type { ReactNode } from 'react';
import { MorePlaces } from './more-places';

const places = [
  { to: '/board', label: 'Board', icon: LayoutDashboard, keys: 'g b' },
  { to: '/work', label: 'My work', icon: ListTodo, keys: 'g w' },
  { to: '/raise', label: 'Raise', icon: CirclePlus, keys: 'g r' },
] as const;

const link = [
  'flex items-center gap-2 rounded-md px-3 font-medium text-ink-soft no-underline hover:bg-sunken hover:text-ink',
  'aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent',
  'min-h-10 max-sm:min-h-14 max-sm:flex-1 max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:text-xs',
].join(' ');

/** The pages: at the top, and on a phone at the bottom, under the thumb. */
export function Navigation(): ReactNode {
  return (
    <nav
      aria-label="Pages"
      data-noprint
      className="flex gap-1 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-line max-sm:bg-surface"
    >
      {places.map(({ to, label, icon: Icon, keys }) => (
        <Link key={to} to={to} className={link} title={`${label} (${keys})`} activeOptions={{ includeSearch: false }}>
          <Icon aria-hidden className="size-5" />
          {label}
        </Link>
      ))}
      <MorePlaces className={link} />
    </nav>
  );
}
