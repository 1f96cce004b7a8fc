import { CalendarClock, CircleCheck, History, PencilLine, Send, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftView, PolicyView } from '../../../../api/views/policy.schema';
import { Badge } from '../../ui/badge';

const versions: Readonly<Record<PolicyView['state'], ReactNode>> = {
  current: (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      holds now
    </Badge>
  ),
  coming: (
    <Badge tone="info" icon={<CalendarClock aria-hidden />}>
      to come
    </Badge>
  ),
  past: <Badge icon={<History aria-hidden />}>past</Badge>,
};

const drafts: Readonly<Record<DraftView['state'], ReactNode>> = {
  draft: <Badge icon={<PencilLine aria-hidden />}>being written</Badge>,
  submitted: (
    <Badge tone="warn" icon={<Send aria-hidden />}>
      waits for approval
    </Badge>
  ),
  approved: (
    <Badge tone="good" icon={<CircleCheck aria-hidden />}>
      approved
    </Badge>
  ),
  withdrawn: <Badge icon={<Undo2 aria-hidden />}>withdrawn</Badge>,
};

/** Whether a version holds. */
export function VersionState({ state }: Pick<PolicyView, 'state'>): ReactNode {
  return versions[state];
}

/** Where a draft stands. */
export function DraftState({ state }: Pick<DraftView, 'state'>): ReactNode {
  return drafts[state];
}
