import type { ClockCounts } from '../../../domain/what-if/counts';
import type { BeforeAndAfter, WhatIf } from '../../../domain/what-if/what-if';
import type { WhatIfView } from './what-if.schema';

/** What a policy would have changed, as JSON: people by their number. */
export function whatIfView(
  { escalations, differing, clocks, most }: WhatIf,
  days: number,
  capped: boolean,
): WhatIfView {
  return {
    ...{ days, escalations, capped, differing },
    clocks: clocksView(clocks),
    most: most.map(({ id, ref, level, clocks: differ }) => ({ id, ref, level, clocks: clocksView(differ) })),
  };
}

function clocksView(clocks: ReadonlyMap<string, BeforeAndAfter>) {
  return [...clocks].map(([clockId, { before, after }]) => ({
    clockId,
    before: countsView(before),
    after: countsView(after),
  }));
}

function countsView({ people, ...counts }: ClockCounts) {
  return { ...counts, people: people.length };
}
