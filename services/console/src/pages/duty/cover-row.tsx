import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { MANAGER_UPWARDS } from '../../../../../domain/people';
import type { Cover } from '../../api/duty';
import { momentAt, wallClock } from '../../forms/zoned-time';
import { useMomentStyle } from '../../time/moment';
import { IconButton } from '../../ui/button';
import { Field, inputClasses } from '../../ui/field';
import { PersonPicker } from '../people/person-picker';

interface Props {
  cover: Cover;
  /** Which one it is. */
  name: string;
  onChange: (part: Partial<Cover>) => void;
  onRemove: () => void;
}

const ends = [
  ['from', 'From'],
  ['until', 'Until'],
] as const;

/** Somebody else, or nobody, for one stretch; in the time of whoever writes. */
export function CoverRow({ cover, name, onChange, onRemove }: Props): ReactNode {
  const { timeZone } = useMomentStyle();
  return (
    <div role="group" aria-label={name} className="flex flex-wrap items-end gap-2 rounded-lg border border-line p-3">
      {ends.map(([field, label]) => (
        <Field key={field} label={`${label} (${timeZone})`} required>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className={`${inputClasses} max-w-60`}
              value={wallClock(Date.parse(cover[field]), timeZone)}
              onChange={({ target }) => {
                const at = momentAt(target.value, timeZone);
                if (at !== null) onChange({ [field]: new Date(at).toISOString() });
              }}
            />
          )}
        </Field>
      ))}
      <div className="min-w-52 flex-1">
        <PersonPicker
          label="Who covers"
          personId={cover.personId ?? ''}
          onChoose={(personId) => onChange({ personId: personId || null })}
          eligible={MANAGER_UPWARDS}
        />
      </div>
      <div className="min-w-40 flex-1">
        <Field label="Why">
          {(control) => (
            <input
              {...control}
              dir="auto"
              className={inputClasses}
              maxLength={200}
              value={cover.note ?? ''}
              onChange={({ target: { value } }) => onChange({ note: value === '' ? undefined : value })}
            />
          )}
        </Field>
      </div>
      <IconButton label={`Take out ${name}`} icon={<X aria-hidden className="size-4" />} onClick={onRemove} />
    </div>
  );
}
