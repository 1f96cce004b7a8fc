import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { may } from '../../../../../domain/authority';
import { useMyself } from '../../session/session';
import { momentInFull, useMomentStyle } from '../../time/moment';
import { workQuery } from '../work/work-query';

const PAGES = ['/board', '/work'];

/** Tells those who keep the rota of a time soon for which nobody is on duty, on the pages where they begin their day. */
export function GapBanner(): ReactNode {
  const { pathname } = useLocation();
  const me = useMyself();
  const isAsked = PAGES.includes(pathname) && may(me, 'keep-duty-rota');
  const style = useMomentStyle();
  const gaps = useQuery({ ...workQuery, enabled: isAsked }).data?.dutyGaps ?? [];
  const [first] = gaps;
  if (!isAsked || !first) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-danger bg-danger-soft px-6 py-1.5 text-danger"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        Nobody is on duty from {momentInFull(first.from, style)} until {momentInFull(first.until, style)}
        {gaps.length > 1 && `, and ${gaps.length - 1} more ${gaps.length === 2 ? 'gap' : 'gaps'}`}.{' '}
        <Link to="/duty" className="text-danger underline">
          To the rota
        </Link>
      </p>
    </div>
  );
}
