import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Duty } from '../../api/duty';
import { momentInFull, useMomentStyle } from '../../time/moment';

/** The times for which nobody is on duty, loudly; or that there are none. */
export function GapList({ gaps }: { gaps: Duty['gaps'] }): ReactNode {
  const style = useMomentStyle();
  if (gaps.length === 0)
    return (
      <p className="flex items-center gap-2 rounded-xl border border-good/40 bg-good-soft p-3 text-good">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        Somebody is on duty at every hour of the next two weeks.
      </p>
    );
  return (
    <section aria-label="Gaps" className="rounded-xl border border-danger bg-danger-soft p-3 text-danger">
      <p className="flex items-center gap-2 font-semibold">
        <TriangleAlert aria-hidden className="size-5 shrink-0" />
        {gaps.length === 1 ? 'There is a gap' : `There are ${gaps.length} gaps`} in the next two weeks.
      </p>
      <ul className="mt-1 list-disc space-y-1 pl-11">
        {gaps.map(({ from, until, because }) => (
          <li key={from}>
            {momentInFull(from, style)} – {momentInFull(until, style)}: {because}
          </li>
        ))}
      </ul>
    </section>
  );
}
