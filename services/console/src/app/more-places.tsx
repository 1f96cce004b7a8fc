import { useLocation, useNavigate } from '@tanstack/react-router';
import { CalendarClock, Ellipsis, HandHeart, ScrollText, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { may } from '../../../../domain/authority';
import type { Role } from '../../../../domain/people';
import { useMyself } from '../session/session';
import { Menu } from '../ui/menu';

/** A page that is not looked at every day. */
export interface MorePlace {
  to: '/duty' | '/people' | '/policies' | '/sponsors';
  label: string;
}

const icons = { '/duty': CalendarClock, '/people': Users, '/policies': ScrollText, '/sponsors': HandHeart };

/** Those of these pages that somebody may see. */
export function morePlaces(person: { roles: readonly Role[] }): MorePlace[] {
  return [
    { to: '/duty', label: 'Duty' },
    { to: '/people', label: 'People' },
    { to: '/policies', label: 'Policies' },
    ...(may(person, 'see-all') ? [{ to: '/sponsors', label: 'Sponsors' } as const] : []),
  ];
}

/** The pages that are not looked at every day, behind one button. */
export function MorePlaces({ className }: { className: string }): ReactNode {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const places = morePlaces(useMyself());
  const isHere = places.some(({ to }) => pathname.startsWith(to));
  return (
    <Menu
      label="More pages"
      trigger={
        <button type="button" className={className} aria-current={isHere ? 'page' : undefined}>
          <Ellipsis aria-hidden className="size-5" />
          More
        </button>
      }
      items={places.map(({ to, label }) => {
        const Icon = icons[to];
        return {
          label,
          icon: <Icon aria-hidden className="size-4 text-ink-soft" />,
          onSelect: () => void navigate({ to }),
        };
      })}
    />
  );
}
