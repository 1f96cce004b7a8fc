import type { z } from 'zod';
import { isHere, type Person } from '../../../domain/people';
import { upwardsFrom } from '../../../domain/escalation/chain';
import { countHeld } from '../../shared/store/concerned';
import { setLeft } from '../../shared/store/departures';
import { excerpt } from '../../shared/store/people';
import { someAtATime } from '../children/some-at-a-time';
import type { ApiDeps } from '../deps';
import { Problem } from '../problems/problem';
import type { departureSchema } from '../views/absence.schema';
import { iso } from '../views/moments';
import { announce } from '../workflow/announce';

const YEAR_MS = 366 * 24 * 60 * 60 * 1_000;

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

/** What is said of somebody's departure, and whether that is other than before. */
interface DepartureSaid {
  id: string;
  /** Epoch milliseconds; null: they are back. */
  leftAt: number | null;
  isNews: boolean;
}

/**
 * Who of those written into the directory is said to have left, or to be back. Refused before anything is written.
 * @throws Problem `not-now`, `invalid-content`
 */
export async function departuresSaid(
  { database }: ApiDeps,
  caller: Person,
  people: readonly { id: string; leftAt?: string | null | undefined }[],
): Promise<DepartureSaid[]> {
  const leavers = people.filter(({ leftAt }) => leftAt !== undefined).map(({ id }) => id);
  const known = new Map((await excerpt(database, leavers)).people.map((one) => [one.id, one]));
  const departures = people.flatMap(({ id, leftAt: said }, index) => {
    if (said === undefined) return [];
    const leftAt = said === null ? null : Date.parse(said);
    const isNews = leftAt !== (known.get(id)?.leftAt ?? null);
    return [{ id, leftAt, isNews, pointer: `#/people/${index}/leftAt` }];
  });
  // The list of a directory has its leavers for years: what is no news was right when it was.
  requireDepartures(
    caller,
    departures.filter(({ isNews }) => isNews),
  );
  return departures;
}

/** Writes them all before anybody is told. Who has left is told of each time, so that a retry mends what got lost. */
export async function writeDepartures(deps: ApiDeps, said: readonly DepartureSaid[]): Promise<void> {
  for (const { id, leftAt } of said) await setLeft(deps.database, id, leftAt);
  const told = said.filter(({ leftAt, isNews }) => isNews || leftAt !== null);
  await someAtATime(told, ({ id }) => announceDeparture(deps, id));
}

/**
 * Refuses who says it of themselves, and a slip of the pen.
 * @throws Problem `not-now`, `invalid-content`
 */
export function requireDepartures(
  caller: Person,
  departures: readonly { id: string; leftAt: number | null; pointer: string }[],
): void {
  const own = departures.filter(({ id }) => id === caller.id);
  const far = departures.filter(({ leftAt }) => leftAt !== null && Math.abs(leftAt - Date.now()) > YEAR_MS);
  const errors = (found: typeof own, detail: string) => found.map(({ pointer }) => ({ pointer, detail }));
  if (own.length > 0)
    throw new Problem('not-now', 'Another admin says that you leave.', { errors: errors(own, 'is your own') });
  if (far.length > 0)
    throw new Problem('invalid-content', 'Somebody leaves within a year.', {
      errors: errors(far, 'more than a year away'),
    });
}

/** Has every escalation that knows somebody told that they have left, or are back. */
function announceDeparture(deps: ApiDeps, personId: string): Promise<void> {
  return announce(deps, `departure/${personId}`, { kind: 'person', personId });
}
