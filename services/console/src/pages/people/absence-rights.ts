import type { PersonView } from '../../../../api/views/person.schema';
import { mayNameDelegate, mayWriteAbsences } from '../../../../../domain/absence-authority';

/** Whose absences somebody may write, and whom they may name there. */
export interface AbsenceRights {
  mayWrite: (person: PersonView) => boolean;
  mayName: (person: PersonView, delegateId: string) => boolean;
}

/** What the API allows somebody, told from the directory beforehand. */
export function absenceRights(people: readonly PersonView[], myId: string): AbsenceRights {
  const lines = { people: Object.fromEntries(people.map((one) => [one.id, one])) };
  const me = people.find(({ id }) => id === myId);
  return {
    mayWrite: (person) => me !== undefined && mayWriteAbsences(lines, me, person),
    mayName: (person, delegateId) => me !== undefined && mayNameDelegate(lines, me, person, delegateId),
  };
}
