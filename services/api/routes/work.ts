import { holdsAny, MANAGER_UPWARDS, type Person } from '../../../domain/people';
import type { Database } from '../../shared/store/database';
import { escalationsOf, escalationsUnacknowledged, peopleBelow } from '../../shared/store/work';
import { dutyAhead } from '../directory/duty-ahead';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { gapViews } from '../views/duty-view';
import { workSchema } from '../views/work.schema';
import { workView, type Found } from '../views/work-view';

const MOST_PEOPLE = 500;
/** Of a gap in the duty rota one hears so many days before. */
const GAPS_SHOWN_DAYS = 7;
/** Of each kind, so that many of one push none of another out of sight. */
const MOST_ESCALATIONS = 300;

/** What waits for me. */
export const workEndpoint: AnyEndpoint = endpoint({
  id: 'getWork',
  method: 'get',
  path: '/v1/me/work',
  tag: 'Me',
  summary: 'What waits for me, by when, with the one next action; for a manager also what waits for their people',
  answers: { 200: { description: 'The most urgent first.', schema: workSchema } },
  problems: [],
  handle: async ({ deps: { database }, caller: { person } }) => {
    const leads = holdsAny(person, MANAGER_UPWARDS);
    const below = leads ? await peopleBelow(database, person.id, MOST_PEOPLE) : [];
    const found = await waitingFor(database, person, below, leads);
    const now = Date.now();
    const dutyGaps = leads ? gapViews(await dutyAhead(database, now, GAPS_SHOWN_DAYS)) : [];
    return ok({ ...workView(found, person, below, now), dutyGaps });
  },
});

async function waitingFor(db: Database, me: Person, below: readonly Person[], leads: boolean): Promise<Found> {
  const theirs = below.map(({ id }) => id);
  const found = await Promise.all([
    escalationsOf(db, [me.id], MOST_ESCALATIONS),
    escalationsOf(db, theirs, MOST_ESCALATIONS),
    leads ? escalationsUnacknowledged(db, MOST_ESCALATIONS) : [],
  ]);
  return {
    escalations: [...new Map(found.flat().map((stored) => [stored.state.id, stored])).values()],
    isAll: found.every(({ length }) => length < MOST_ESCALATIONS),
  };
}
