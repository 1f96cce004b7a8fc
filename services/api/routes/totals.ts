import { shareOf } from '../../../domain/escalation/pause/paused-time';
import { LEVELS } from '../../../domain/priority';
import { DEFAULT_PLAN, STEPS } from '../../../domain/steps/plan';
import { countPromised, tallyEscalations, type Tally } from '../../shared/store/totals';
import { filtersFor, todayOf } from '../escalation-filters';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { escalationFiltersSchema } from '../views/escalation-filters.schema';
import { iso } from '../views/moments';
import { totalsSchema, type TotalsView } from '../views/totals.schema';

/** `GET /v1/totals`. */
export const totalsEndpoint: AnyEndpoint = endpoint({
  id: 'getTotals',
  method: 'get',
  path: '/v1/totals',
  tag: 'Escalations',
  summary: 'How many escalations stand how, of those that you may see',
  description: 'The filters are those of the list. Each count is what the list gives with one filter more.',
  query: escalationFiltersSchema,
  answers: { 200: { description: 'The counts.', schema: totalsSchema } },
  problems: [],
  handle: async ({ deps: { database }, query, caller }) => {
    const filters = await filtersFor(database, query, caller.person);
    const today = filters.promised ?? (await todayOf(database, caller.person));
    const [tallies, commitmentsDueToday] = await Promise.all([
      tallyEscalations(database, filters),
      countPromised(database, filters, today),
    ]);
    return ok(totalsView(tallies, commitmentsDueToday));
  },
});

function totalsView(tallies: readonly Tally[], commitmentsDueToday: number): TotalsView {
  const sum = (of: keyof Omit<Tally, 'stage' | 'level'>, among = tallies) =>
    among.reduce((total, tally) => total + tally[of], 0);
  return {
    total: sum('total'),
    overdue: sum('overdue'),
    dueWithinHour: sum('dueWithinHour'),
    unacknowledged: sum('unacknowledged'),
    nobodyNotified: sum('nobodyNotified'),
    breached: sum('breached'),
    commitmentsDueToday,
    pausedShare: shareOf(sum('pausedMs'), sum('lifeMs')),
    byStage: stagesOf(tallies).map((stage) => {
      const those = tallies.filter((tally) => tally.stage === stage);
      return { stage, count: sum('total', those), overdue: sum('overdue', those) };
    }),
    byLevel: LEVELS.map((level) => ({
      level,
      count: sum(
        'total',
        tallies.filter((tally) => tally.level === level),
      ),
    })),
    asOf: iso(Date.now()),
  };
}

/** The steps of the default plan and those of other plans that escalations have, in their order, then none. */
function stagesOf(tallies: readonly Tally[]): (string | null)[] {
  const found = [...new Set(tallies.map(({ stage }) => stage))];
  const planned: (string | null)[] = Object.keys(STEPS).filter(
    (name) => DEFAULT_PLAN.some((one) => one === name) || found.includes(name),
  );
  const older = found.filter((stage) => stage !== null && !planned.includes(stage)).sort();
  return [...planned, ...older, ...found.filter((stage) => stage === null)];
}
