import { TriangleAlert, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorkView } from '../../../../api/views/work.schema';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { EmptyState } from '../../ui/states';
import { WorkRow } from './work-row';

/** What waits for those below me, person by person; whoever is latest comes first. */
export function PeopleWork({ people }: { people: WorkView['people'] }): ReactNode {
  const waiting = people.filter(({ items }) => items.length > 0);
  if (waiting.length === 0) {
    return (
      <EmptyState title="Nothing waits for your people" icon={<Users />}>
        <p>As soon as something is theirs to do, it stands here with its clock.</p>
      </EmptyState>
    );
  }
  return (
    <div className="space-y-6">
      {waiting.map(({ person, items }) => (
        <PersonWork key={person.id} person={person} items={items} />
      ))}
    </div>
  );
}

function PersonWork({ person, items }: WorkView['people'][number]): ReactNode {
  const late = items.filter(({ overdue }) => overdue).length;
  return (
    <section aria-labelledby={`person-${person.id}`} className="space-y-3">
      <header className="flex flex-wrap items-center gap-3">
        <Avatar name={person.name} />
        <div className="min-w-0">
          <h2 id={`person-${person.id}`} className="font-semibold">
            {person.name}
          </h2>
          <p className="text-sm text-ink-soft">
            {person.title} · {items.length === 1 ? '1 thing waits' : `${items.length} things wait`}
          </p>
        </div>
        {late > 0 && (
          <Badge tone="danger" icon={<TriangleAlert aria-hidden />}>
            {late} overdue
          </Badge>
        )}
      </header>
      <ul className="space-y-3">
        {items.map((item) => (
          <li key={`${item.escalationId} ${item.clockId ?? ''} ${item.commitmentId ?? ''} ${item.why}`}>
            <WorkRow item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
