import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Duty } from '../../api/duty';
import { written } from '../../time/written';
import { classes } from '../../ui/classes';
import { byDay, type DayStretch } from './duty-days';

/** Who is on duty day by day in a zone; when nobody is, it says so. */
export function DutyTimeline({ duty, timeZone }: { duty: Duty; timeZone: string }): ReactNode {
  return (
    <ol aria-label={`Days in ${timeZone}`} className="divide-y divide-line rounded-lg border border-line">
      {byDay(duty.shifts, timeZone).map(({ day, stretches }) => (
        <li key={day} className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2 max-sm:flex-col">
          <span className="w-28 shrink-0 font-medium">{dayInWords(day)}</span>
          <ul className="flex min-w-0 flex-1 flex-wrap gap-1.5">
            {stretches.map((stretch) => (
              <StretchItem key={stretch.from} stretch={stretch} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function StretchItem({ stretch }: { stretch: DayStretch }): ReactNode {
  const { fromClock, toClock, gap } = stretch;
  return (
    <li
      className={classes(
        'flex max-w-full items-center gap-2 rounded-md border px-2 py-1 text-sm',
        gap ? 'border-danger bg-danger-soft font-semibold text-danger' : 'border-line bg-sunken',
      )}
    >
      {gap && <TriangleAlert aria-hidden className="size-4 shrink-0" />}
      <span className="tabular whitespace-nowrap">
        {fromClock}–{toClock}
      </span>
      <span className="min-w-0 wrap-anywhere">{whoInWords(stretch)}</span>
    </li>
  );
}

function whoInWords({ gap, onShift, answers, by }: DayStretch): string {
  if (gap && !answers) return 'Gap: nobody';
  if (gap) return `Gap: nobody on shift; ${answers?.name ?? 'nobody'} of the duty list`;
  if (by === 'delegate') return `${answers?.name ?? 'Somebody'} for ${onShift?.name ?? 'somebody'}`;
  if (by === 'list') return `${answers?.name ?? 'Nobody'} (duty list)`;
  return answers?.name ?? 'Nobody';
}

function dayInWords(day: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return written('en-GB', options).format(new Date(`${day}T12:00Z`));
}
