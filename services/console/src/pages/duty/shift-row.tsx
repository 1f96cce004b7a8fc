import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { MANAGER_UPWARDS } from '../../../../../domain/people';
import type { Shift } from '../../api/duty';
import { IconButton } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { PersonPicker } from '../people/person-picker';
import { WEEK } from '../policies/week-words';

interface Props {
  shift: Shift;
  /** Which one it is. */
  name: string;
  onChange: (part: Partial<Shift>) => void;
  onRemove: () => void;
}

const times = [
  ['from', 'From'],
  ['to', 'To'],
] as const;

/** One shift of the week. */
export function ShiftRow({ shift, name, onChange, onRemove }: Props): ReactNode {
  return (
    <div role="group" aria-label={name} className="flex flex-wrap items-end gap-2 rounded-lg border border-line p-3">
      <div className="min-w-52 flex-1">
        <PersonPicker
          label="Who"
          required
          personId={shift.personId}
          onChoose={(personId) => onChange({ personId })}
          eligible={MANAGER_UPWARDS}
        />
      </div>
      <Field label="Day" required>
        {(control) => (
          <select
            {...control}
            className={inputClasses}
            value={shift.day}
            onChange={(event) => onChange({ day: event.target.value })}
          >
            {WEEK.map((day) => (
              <option key={day}>{day}</option>
            ))}
          </select>
        )}
      </Field>
      {times.map(([field, label]) => (
        <Field key={field} label={label} required>
          {(control) => (
            <input
              {...control}
              className={`${inputClasses} w-24`}
              placeholder="08:00"
              maxLength={5}
              value={shift[field]}
              onChange={(event) => onChange({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="w-44">
        <Field label="Time zone" required>
          {(control) => (
            <input
              {...control}
              className={inputClasses}
              maxLength={100}
              value={shift.zone}
              onChange={(event) => onChange({ zone: event.target.value })}
            />
          )}
        </Field>
      </div>
      <IconButton label={`Take out ${name}`} icon={<X aria-hidden className="size-4" />} onClick={onRemove} />
    </div>
  );
}
