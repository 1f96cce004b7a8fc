import { Building2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EscalationView } from '../../../../api/views/escalation.schema';
import { usePeople } from '../../api/people';
import { awayWords } from '../../forms/people-choice';
import { usePreferences } from '../../preferences/preferences';
import { momentInShort, useMomentStyle } from '../../time/moment';
import { ownNow, type Told } from '../../time/own-now';
import { useTick } from '../../time/ticking';
import { Avatar } from '../../ui/avatar';
import { Card } from '../../ui/card';
import { SmallActions } from './actions/small-actions';
import { placesOf, type PersonHere } from './people-here';

/** Everyone on it: their place, their title, what time it is where they are, and who stands in for whom. */
export function PeopleCard({ escalation }: { escalation: EscalationView }): ReactNode {
  const here = placesOf(escalation);
  return (
    <Card title="People on it">
      <div className="space-y-3">
        <ul className="space-y-3">
          {here.map((person) => (
            <Person key={person.id} person={person} escalation={escalation} />
          ))}
        </ul>
        {!escalation.owner && (
          <p className="text-sm text-ink-soft">Nobody owns it yet: the acknowledgment names who does.</p>
        )}
        <Counterpart escalation={escalation} />
        <SmallActions
          escalation={escalation}
          of={escalation.ref}
          actions={[{ name: 'add-to-team', label: 'Put somebody on the team', kind: 'quiet' }]}
        />
      </div>
    </Card>
  );
}

/** The executive on the customer's side: we never write to them, our people speak to theirs. */
function Counterpart({ escalation: { counterpart, tasks } }: { escalation: EscalationView }): ReactNode {
  if (!counterpart) return null;
  const agreed = tasks.filter((task) => task.counterpart && task.state === 'open').length;
  return (
    <div className="flex items-start gap-3 border-t border-line pt-3">
      <Building2 aria-hidden className="mt-1 size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 leading-snug">
        <p dir="auto" className="font-medium">
          {counterpart.name}
        </p>
        <p dir="auto" className="text-sm text-ink-soft">
          {counterpart.title ?? "The customer's executive"}
          {counterpart.email && ` · ${counterpart.email}`}
        </p>
        {agreed > 0 && (
          <p className="text-sm">
            {agreed === 1
              ? 'One thing that they agreed to do is open'
              : `${agreed} things that they agreed to do are open`}
          </p>
        )}
      </div>
    </div>
  );
}

function Person({ person, escalation }: { person: PersonHere; escalation: EscalationView }): ReactNode {
  const people = usePeople();
  const style = useMomentStyle();
  const known = people.find(({ id }) => id === person.id);
  const away = known && awayWords(known, (iso) => momentInShort(iso, Date.parse(escalation.now), style));
  return (
    <li className="flex items-start gap-3">
      <Avatar name={person.name} />
      <div className="min-w-0 flex-1 leading-snug">
        <p title={person.name} className="truncate font-medium">
          {person.name}
        </p>
        <p className="text-sm text-ink-soft">
          {known?.title ?? (people.length > 0 ? 'no longer in the directory' : '')}
          {away && <strong className="text-warn"> · {away}</strong>}
        </p>
        <p dir="auto" className="text-sm text-ink-soft">
          {person.places.join(', ')}
        </p>
        {person.onTeam && (
          <SmallActions
            escalation={escalation}
            of={person.name}
            about={{ personId: person.id }}
            actions={[{ name: 'remove-from-team', label: 'Take off the team', kind: 'quiet' }]}
          />
        )}
      </div>
      {known && <LocalTime zone={known.zone} told={escalation} />}
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
