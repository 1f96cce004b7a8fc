import type { ReactNode } from 'react';
import { Field, inputClasses } from '../../ui/field';
import type { Places } from './draft-form';
import { DurationInput } from './duration-input';

const durations = [
  ['rungEvery', 'A rung every', 'So often an unanswered breach goes up.'],
  ['bundledEvery', 'Bundled every', 'After the loud rounds, to all of the chain in one notice each.'],
  ['takeCharge', 'Taking charge holds it for', 'The chain rests meanwhile.'],
  ['reminderSparesActive', 'No reminder after', 'Whoever acted within this time is not reminded.'],
  ['undeliveredAfter', 'Not delivered after', 'Then the next rung goes at once.'],
] as const;

/** When somebody is reminded, and how an unanswered breach goes up. */
export function ChainFields({ places }: { places: Places }): ReactNode {
  const { get, set, isOpen } = places;
  const share = get(['reminderAtShare']);
  return (
    <div className="space-y-3">
      <Field label="Reminder after" help="Per cent of the time of a clock." required>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={99}
            className={`${inputClasses} max-w-28`}
            value={typeof share === 'number' ? Math.round(share * 100) : ''}
            disabled={!isOpen}
            onChange={({ target: { value } }) => set(['reminderAtShare'], value === '' ? null : Number(value) / 100)}
          />
        )}
      </Field>
      {durations.map(([name, label, help]) => (
        <Field key={name} label={label} help={help} required>
          {(control) => (
            <DurationInput
              control={control}
              value={get([name])}
              onChange={(to) => set([name], to ?? '')}
              disabled={!isOpen}
            />
          )}
        </Field>
      ))}
      <Count
        places={places}
        name="chainLength"
        label="People in the chain"
        help="Manager, director, VP: the nearest first."
        most={3}
      />
      <Count places={places} name="loudRounds" label="Loud rounds" help="After so many it goes on bundled." most={10} />
    </div>
  );
}

interface CountProps {
  places: Places;
  name: string;
  label: string;
  help: string;
  most: number;
}

function Count({ places: { get, set, isOpen }, name, label, help, most }: CountProps): ReactNode {
  const value = get([name]);
  return (
    <Field label={label} help={help} required>
      {(control) => (
        <input
          {...control}
          type="number"
          min={1}
          max={most}
          className={`${inputClasses} max-w-28`}
          value={typeof value === 'number' ? value : ''}
          disabled={!isOpen}
          onChange={({ target }) => set([name], target.value === '' ? null : Number(target.value))}
        />
      )}
    </Field>
  );
}
