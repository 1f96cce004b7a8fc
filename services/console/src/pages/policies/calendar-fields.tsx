import { useState, type ReactNode } from 'react';
import { classes } from '../../ui/classes';
import { inputClasses } from '../../ui/field';
import { TableFrame } from '../../ui/table-frame';
import type { Places } from './draft-form';
import { rangesInWords, typedRanges, WEEK } from './week-words';

/** The open hours of each calendar, day by day. */
export function CalendarFields({ places }: { places: Places }): ReactNode {
  const written = places.get(['calendars']);
  const calendars = Array.isArray(written) ? (written as unknown[]) : [];
  if (calendars.length === 0)
    return <p className="text-ink-soft">There is none: every hour counts. One begins in the whole document.</p>;
  return (
    <div className="space-y-4">
      {calendars.map((_, index) => (
        // Calendars stay in their places while their hours are written.
        <Week key={index} index={index} places={places} />
      ))}
    </div>
  );
}

function Week({ index, places: { get, set, isOpen } }: { index: number; places: Places }): ReactNode {
  const said = (key: string) => {
    const value = get(['calendars', index, key]);
    return typeof value === 'string' ? value : '';
  };
  const [name, zone] = [said('name'), said('zone')];
  return (
    <TableFrame label={`Open hours of ${name}`} head={[name, `Open hours (${zone})`]}>
      {WEEK.map((day) => (
        <tr key={day}>
          <th scope="row" className="font-medium capitalize">
            {day}
          </th>
          <td>
            <Ranges
              label={`${name}, ${day}`}
              value={get(['calendars', index, 'week', day])}
              onChange={(to) => set(['calendars', index, 'week', day], to)}
              disabled={!isOpen}
            />
          </td>
        </tr>
      ))}
    </TableFrame>
  );
}

interface RangesProps {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  disabled: boolean;
}

function Ranges({ label, value, onChange, disabled }: RangesProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typedRanges(typed) === null;
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={isWrong || undefined}
        className={classes(inputClasses, 'min-w-44')}
        placeholder="closed"
        maxLength={200}
        value={typed ?? rangesInWords(value)}
        disabled={disabled}
        onChange={({ target }) => {
          setTyped(target.value);
          const ranges = typedRanges(target.value);
          if (ranges) onChange(ranges.length > 0 ? ranges : undefined);
        }}
        onBlur={() => !isWrong && setTyped(null)}
      />
      {isWrong && <p className="text-sm text-danger">Not taken over: write 09:00-12:00, 13:00-17:30.</p>}
    </>
  );
}
