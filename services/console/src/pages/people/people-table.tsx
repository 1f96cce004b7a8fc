import { CalendarX2, CircleCheck, DoorOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PersonView } from '../../../../api/views/person.schema';
import { Moment } from '../../time/moment';
import { useTick } from '../../time/ticking';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { TableFrame } from '../../ui/table-frame';

interface Props {
  people: readonly PersonView[];
  mayKeepAbsences: boolean;
  mayKeepDirectory: boolean;
  myId: string;
  onAway: (id: string) => void;
  onLeave: (person: PersonView) => void;
}

/** People, each with whether they are here. */
export function PeopleTable({ people, mayKeepAbsences, mayKeepDirectory, myId, onAway, onLeave }: Props): ReactNode {
  const managers = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <TableFrame
      label="People"
      head={['Name', 'Here', { title: 'Roles', wide: true }, { title: 'Reports to', wide: true }, 'Do']}
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row" className="font-medium sm:min-w-44">
            {person.name}
            <span className="block text-sm font-normal text-ink-soft">{person.title}</span>
            <span className="block text-sm font-normal text-ink-soft sm:hidden">{person.roles.join(', ')}</span>
          </th>
          <td className="sm:min-w-40">
            <Presence person={person} />
          </td>
          <td className="max-sm:hidden">{person.roles.join(', ')}</td>
          <td className="max-sm:hidden">
            {person.managerId ? (managers.get(person.managerId) ?? person.managerId) : '–'}
          </td>
          <td>
            <span className="flex flex-wrap gap-1.5">
              {(mayKeepAbsences || person.id === myId) && (
                <Button small onClick={() => onAway(person.id)} aria-label={`Absences of ${person.name}`}>
                  Absences
                </Button>
              )}
              {mayKeepDirectory && person.id !== myId && !person.leftAt && (
                <Button small onClick={() => onLeave(person)} aria-label={`${person.name} leaves`}>
                  Leaves …
                </Button>
              )}
            </span>
          </td>
        </tr>
      ))}
    </TableFrame>
  );
}

function Presence({ person: { available, awayUntil, delegate, leftAt, absences } }: { person: PersonView }): ReactNode {
  const now = performance.timeOrigin + useTick();
  if (leftAt)
    return (
      <>
        <Badge icon={<DoorOpen aria-hidden />}>{Date.parse(leftAt) <= now ? 'has left' : 'leaves'}</Badge>{' '}
        <span className="text-sm text-ink-soft">
          <Moment at={leftAt} />
        </span>
      </>
    );
  if (!available || awayUntil)
    return (
      <>
        <Badge tone="warn" icon={<CalendarX2 aria-hidden />}>
          away
        </Badge>{' '}
        <span className="text-sm text-ink-soft">
          {awayUntil && (
            <>
              back <Moment at={awayUntil} />,{' '}
            </>
          )}
          {delegate ? `${delegate.name} stands in` : 'nobody stands in'}
        </span>
      </>
    );
  const next = absences[0];
  return (
    <>
      <Badge tone="good" icon={<CircleCheck aria-hidden />}>
        here
      </Badge>{' '}
      {next && (
        <span className="text-sm text-ink-soft">
          away <Moment at={next.from} />
        </span>
      )}
    </>
  );
}
