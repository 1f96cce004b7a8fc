import { DAY_MS } from '../../../domain/duration';
import { LEVELS, type Level } from '../../../domain/priority';
import { sponsorLoads, type SponsorLoad } from '../../shared/store/sponsors';
import { endpoint, ok, type AnyEndpoint } from '../http/endpoint';
import { requirePermission } from '../http/require';
import { sponsorsSchema, type SponsorsView } from '../views/sponsor.schema';

const BRIEFS_OF_MS = 30 * DAY_MS;
const MOST_SPONSORS = 500;

/** Whose weight is lent to what: nobody is leaned on without its being seen. */
export const sponsorsEndpoint: AnyEndpoint = endpoint({
  id: 'listSponsors',
  method: 'get',
  path: '/v1/sponsors',
  tag: 'Directory',
  summary: 'What each executive sponsors, and how often they were briefed',
  answers: { 200: { description: 'By name.', schema: sponsorsSchema } },
  problems: ['not-allowed'],
  handle: async ({ deps, caller }) => {
    requirePermission(caller, 'see-all');
    const loads = await sponsorLoads(deps.database, Date.now() - BRIEFS_OF_MS, MOST_SPONSORS);
    return ok({ sponsors: loads.map(loadView) } satisfies SponsorsView);
  },
});

function loadView({
  personId: id,
  name,
  title,
  open,
  accounts,
  briefs,
}: SponsorLoad): SponsorsView['sponsors'][number] {
  const openByLevel = Object.fromEntries(LEVELS.map((level) => [level, open[level] ?? 0])) as Record<Level, number>;
  const sum = LEVELS.reduce((total, level) => total + openByLevel[level], 0);
  return { person: { id, name, title }, open: sum, openByLevel, accounts, briefs };
}
