import { Rejected } from '../rejection';
import { clockOf } from './clocks';
import type { Draft } from './draft';
import { clockName } from './notices';
import { wouldBreach } from './refit';

/**
 * Refuses a change that would shorten clocks into a breach silently, and names each of them.
 * @param pointer the field that asks for the change
 */
export function refuseBreaches({ state, now }: Draft, pointer: string): void {
  const breaches = wouldBreach(state, now);
  if (breaches.length === 0) return;
  const names: string[] = [];
  const errors = breaches.flatMap(({ clockId, dueAt }) => {
    const clock = clockOf(state, clockId);
    if (!clock) return [];
    names.push(clockName(state, clock));
    return { pointer, detail: `${clockId}: due ${iso(clock.dueAt)}, would have been due ${iso(dueAt)}` };
  });
  const detail = `Time would run out at once for ${names.join(' and ')}. Say "breachAllTheSame": true where it is meant so.`;
  throw new Rejected({ type: 'would-breach', status: 409, detail, errors });
}

const iso = (at: number) => new Date(at).toISOString();
