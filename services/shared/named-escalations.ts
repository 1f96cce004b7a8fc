import type { OtherEscalation } from '../../domain/escalation/together/together';
import type { Person } from '../../domain/people';
import type { Database } from './store/database';
import { visibleRefs } from './store/escalations';

/** The fields of a command's body that name another escalation, by its id or its ref. */
const ESCALATION_FIELDS = ['intoId', 'otherId'];

/** The other escalations that a body names and this person may see; the rest is left out, for the domain to refuse. */
export async function namedEscalations(db: Database, person: Person, body: unknown): Promise<OtherEscalation[]> {
  if (typeof body !== 'object' || body === null) return [];
  const named = ESCALATION_FIELDS.flatMap((field) => {
    const value = (body as Record<string, unknown>)[field];
    return typeof value === 'string' ? [value] : [];
  });
  return named.length === 0 ? [] : visibleRefs(db, person, named);
}
