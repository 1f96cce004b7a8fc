import type { z } from 'zod';
import { isHere, type Person } from '../../../domain/people';
import { upwardsFrom } from '../../../domain/escalation/chain';
import { countHeld } from '../../shared/store/concerned';
import { excerpt, setLeft } from '../../shared/store/people';
import type { ApiDeps } from '../deps';
import type { departureSchema } from '../views/absence.schema';
import { iso } from '../views/moments';
import { announce } from '../workflow/announce';

/** The JSON of what a leaver hands on. */
type DepartureView = z.infer<typeof departureSchema>;

/**
 * Marks somebody as with the company no more, and has every escalation told that knows them: there what is theirs passes
 * to the first person above who is here. Asked again, it tells again.
 * @param leftAt epoch milliseconds; in the future it passes on then
 */
export async function leave(deps: ApiDeps, person: Person, leftAt: number): Promise<DepartureView> {
  const held = await countHeld(deps.database, person.id);
  await setLeft(deps.database, person.id, leftAt);
  await announceDeparture(deps, person.id);
  const { people } = await excerpt(deps.database, [person.id]);
  const byId = Object.fromEntries(people.map((one) => [one.id, one]));
  const to = upwardsFrom({ people: byId }, person.id).find((one) => isHere(one, Math.max(leftAt, Date.now())));
  return {
    ...{ personId: person.id, leftAt: iso(leftAt), to: to ? { id: to.id, name: to.name } : null },
    ...held,
  };
}

/** Has every escalation that knows somebody told that they have left, or are back. */
export function announceDeparture(deps: ApiDeps, personId: string): Promise<void> {
  return announce(deps, `departure/${personId}`, { kind: 'person', personId });
}
