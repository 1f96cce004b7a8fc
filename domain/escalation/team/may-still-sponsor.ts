import type { Person } from '../../people';
import { holdsAny } from '../../people';
import { MAY_SPONSOR, type Sponsor } from './team';

/** Whether an account's own sponsor is still somebody who may be: known, with the role, and with the company. */
export function mayStillSponsor(
  { personId }: Pick<Sponsor, 'personId'>,
  people: readonly Person[],
  now: number,
): boolean {
  const person = people.find(({ id }) => id === personId);
  return (
    person !== undefined && holdsAny(person, MAY_SPONSOR) && !(person.leftAt !== undefined && person.leftAt <= now)
  );
}
