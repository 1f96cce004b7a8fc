import type { ReactNode } from 'react';
import { LEVELS } from '../../../../../domain/priority';
import { inputClasses } from '../../ui/field';
import { TableFrame } from '../../ui/table-frame';
import { clockWords } from '../../words/clock-words';
import type { Places } from './draft-form';
import { DurationInput } from './duration-input';

const USUAL = ['intake', 'investigation', 'customer-update', 'check-in', 'approval'];

/** How long each clock has, and in which hours it counts. */
export function ClockFields({ places }: { places: Places }): ReactNode {
  const named = Object.keys((places.get(['clocks']) as object | undefined) ?? {});
  const clocks = [...new Set([...USUAL, ...named])];
  const { isOpen, get, set } = places;
  return (
    <div className="space-y-4">
      <TableFrame label="Time of each clock" head={['Clock', 'Time', 'Counts']}>
        {clocks.map((clock) => (
          <tr key={clock}>
            <th scope="row" className="font-medium">
              {clockWords(clock)}
            </th>
            <td>
              <DurationInput
                control={{ 'aria-label': `Time of ${clockWords(clock)}` }}
                value={get(['clocks', clock, 'budget'])}
                onChange={(to) => set(['clocks', clock], withPart(get(['clocks', clock]), 'budget', to))}
                placeholder="as its step"
                disabled={!isOpen}
              />
            </td>
            <td>
              <CalendarChoice clock={clock} places={places} />
            </td>
          </tr>
        ))}
      </TableFrame>
      <TableFrame
        label="Word to the customer at least every, by level"
        head={['Word to the customer', 'At least every']}
      >
        {LEVELS.map((level) => (
          <tr key={level}>
            <th scope="row" className="font-medium">
              {level}
            </th>
            <td>
              <DurationInput
                control={{ 'aria-label': `Word to the customer at least every, ${level}` }}
                value={get(['keepInformed', level])}
                onChange={(to) => set(['keepInformed', level], to ?? '')}
                disabled={!isOpen}
              />
            </td>
          </tr>
        ))}
      </TableFrame>
    </div>
  );
}

function CalendarChoice({ clock, places: { get, set, isOpen } }: { clock: string; places: Places }): ReactNode {
  const chosen = get(['clocks', clock, 'calendar']);
  const calendars = get(['calendars']);
  const names = (Array.isArray(calendars) ? (calendars as unknown[]) : []).flatMap((_, index) => {
    const name = get(['calendars', index, 'name']);
    return typeof name === 'string' ? [name] : [];
  });
  return (
    <select
      aria-label={`Hours in which ${clockWords(clock)} counts`}
      className={inputClasses}
      value={chosen === null ? '' : typeof chosen === 'string' ? chosen : '–'}
      disabled={!isOpen}
      onChange={({ target: { value } }) => {
        const to = value === '–' ? undefined : value === '' ? null : value;
        set(['clocks', clock], withPart(get(['clocks', clock]), 'calendar', to));
      }}
    >
      <option value="–">as usual</option>
      <option value="">every hour</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The terms of a clock with one of them changed; undefined where nothing is said of it any more. */
function withPart(terms: unknown, part: 'budget' | 'calendar', value: string | null | undefined): object | undefined {
  const { [part]: _before, ...others } = { ...(terms as Record<string, unknown> | undefined) };
  const next = value === undefined ? others : { ...others, [part]: value };
  return Object.keys(next).length > 0 ? next : undefined;
}
