import type { Person } from '../../../domain/people';
import type { Database } from '../../shared/store/database';
import { namesOf } from '../../shared/store/people';
import { iso, isoOrNull } from './moments';
import type { PersonView } from './person.schema';

/** Somebody of the directory as JSON: the zone by its name. */
function personView(person: Person, nameOf: (id: string) => string, now: number): PersonView {
  const { zone, roles, absences = [], leftAt, ...rest } = person;
  const present = absences.find(({ fromAt, untilAt }) => fromAt <= now && now < untilAt);
  const delegateId = present?.delegateId ?? null;
  return {
    ...{ ...rest, roles: [...roles], zone: zone.name },
    absences: absences.map(({ fromAt, untilAt, delegateId: to }) => ({
      ...{ from: iso(fromAt), until: iso(untilAt), delegateId: to },
    })),
    awayUntil: isoOrNull(present?.untilAt ?? null),
    delegate: delegateId === null ? null : { id: delegateId, name: nameOf(delegateId) },
    leftAt: isoOrNull(leftAt ?? null),
  };
}

/** People as JSON, their delegates by name. */
export async function personViews(db: Database, people: readonly Person[], now: number): Promise<PersonView[]> {
  const delegates = people.flatMap(({ absences = [] }) => absences.flatMap(({ delegateId }) => delegateId ?? []));
  const names = delegates.length > 0 ? await namesOf(db, delegates) : new Map<string, string>();
  return people.map((person) => personView(person, (id) => names.get(id) ?? id, now));
}
