import { DAY_MS } from '../../../domain/duration';
import { dutyCoverage, type DutyStretch } from '../../shared/duty/duty-coverage';
import { shiftsWithin } from '../../shared/duty/duty-roster';
import { excerpt } from '../../shared/store/people';
import { currentPolicy } from '../../shared/store/policies';
import type { Database } from '../../shared/store/database';

/** Who is on duty from now on, under the policy that holds now. */
export async function dutyAhead(db: Database, now: number, days: number): Promise<DutyStretch[]> {
  const stretch = { fromAt: now, toAt: now + days * DAY_MS };
  const [{ dutyManagerIds }, duty] = await Promise.all([currentPolicy(db), shiftsWithin(db, stretch)]);
  const { people } = await excerpt(db, [...dutyManagerIds, ...duty.map(({ personId }) => personId)]);
  const byId = Object.fromEntries(people.map((person) => [person.id, person]));
  return dutyCoverage({ people: byId, duty, policy: { dutyManagerIds } }, stretch);
}
