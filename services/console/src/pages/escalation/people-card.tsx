import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { usePeople } from '../../api/people';
import { usePreferences } from '../../preferences/preferences';
import { ownNow, type Told } from '../../time/own-now';
import { useTick } from '../../time/ticking';
import { Avatar } from '../../ui/avatar';
import { Card } from '../../ui/card';
import { placesOf, type PersonHere } from './people-here';

/** Everyone on it: their place, their title, and what time it is where they are. */
export function PeopleCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const here = placesOf(escalation);
  return (
    <Card title="People on it">
      <ul className="space-y-3">
        {here.map((person) => (
          <Person key={person.id} person={person} told={escalation} />
        ))}
      </ul>
      {!escalation.owner && (
        <p className="mt-3 text-sm text-ink-soft">Nobody owns it yet: the acknowledgment names who does.</p>
      )}
    </Card>
  );
}

function Person({ person, told }: { person: PersonHere; told: Told }): ReactNode {
  const people = usePeople();
  const known = people.find(({ id }) => id === person.id);
  return (
    <li className="flex items-start gap-3">
      <Avatar name={person.name} />
      <div className="min-w-0 flex-1 leading-snug">
        <p title={person.name} className="truncate font-medium">
          {person.name}
        </p>
        <p className="text-sm text-ink-soft">
          {known?.title ?? (people.length > 0 ? 'no longer in the directory' : '')}
          {known && !known.available && <strong className="text-warn"> · away</strong>}
        </p>
        <p className="text-sm text-ink-soft">{person.places.join(', ')}</p>
      </div>
      {known && <LocalTime zone={known.zone} told={told} />}
    </li>
  );
}

/** What time it is for somebody, by the escalation's own now. */
function LocalTime({ zone, told }: { zone: string; told: Told }): ReactNode {
  const now = ownNow(told, useTick());
  const { hour12 } = usePreferences();
  const options = { timeZone: zone, hour12: hour12 ?? undefined, hour: '2-digit', minute: '2-digit' } as const;
  return (
    <p title={zone} className="tabular shrink-0 text-right text-sm">
      {new Intl.DateTimeFormat('en-GB', { ...options, weekday: 'short' }).format(now)}
      <span className="block max-w-28 truncate text-xs text-ink-soft">
        {zone.split('/').at(-1)?.replaceAll('_', ' ')}
      </span>
    </p>
  );
}
