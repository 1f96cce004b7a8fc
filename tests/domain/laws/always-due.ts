import { DAY_MS, HOUR_MS } from '../../../domain/duration';
import { nextDue, nextOfClock } from '../../../domain/escalation/due';
import type { Escalation } from '../../../domain/escalation/state';
import type { Law } from './law';
import { requiring, SLEEPS_AGAIN } from './law';
import { waits } from './line';

/** The longest that a rung may lie ahead: four hours, a weekend, and a holiday's worth of slack between zones. */
const FURTHEST_RUNG_MS = 4 * DAY_MS + 4 * HOUR_MS;

const ALWAYS = 'an open escalation that is not quiet always has a next thing due';
const always: Law = {
  name: ALWAYS,
  watch() {
    const require = requiring(ALWAYS);
    return {
      rest(state, now) {
        if ((!['open', 'paused', 'closed'].includes(state.status) && !chasesTasks(state)) || state.quiet) return;
        require(nextDue(state, now) !== null, () => `nothing is due at seq ${state.seq}`);
        for (const clock of state.clocks.filter(waits)) {
          const next = nextOfClock(state, clock, now);
          require(next !== null, () => `${clock.id} waits for nothing at seq ${state.seq}`);
          const far = next?.kind === 'rung' && next.at > now + FURTHEST_RUNG_MS;
          require(!far, () => `the next rung of ${clock.id} is more than four days away`);
        }
      },
    };
  },
};

const NOTHING_PAST = 'after a wake no running clock is past due, and nothing due is left';
const nothingPast: Law = {
  name: NOTHING_PAST,
  watch() {
    const require = requiring(NOTHING_PAST);
    return {
      rest(state, now) {
        for (const clock of state.clocks) {
          require(clock.state !== 'running' || clock.dueAt > now, () =>
            `${clock.id} was due at ${clock.dueAt}, it is ${now}`);
        }
        const due = nextDue(state, now);
        require(!due || due.at > now, () => `${due?.kind} at ${due?.at}, it is ${now}`);
      },
    };
  },
};

const ENDED = 'what is settled or withdrawn has no clock that waits, but for tasks after a settlement';
const ended: Law = {
  name: ENDED,
  watch() {
    const require = requiring(ENDED);
    return {
      rest(state) {
        if (state.status !== 'settled' && state.status !== 'withdrawn') return;
        const settled = state.status === 'settled';
        const waiting = state.clocks.find((clock) => waits(clock) && !(settled && clock.id.startsWith('task:')));
        require(!waiting, () => `${waiting?.id} waits in a ${state.status} escalation`);
      },
    };
  },
};

/** What is settled goes on chasing its tasks. */
function chasesTasks({ status, tasks }: Escalation): boolean {
  return status === 'settled' && tasks.some(({ state }) => state === 'open');
}

/** There is always a next thing, and nothing is left behind. */
export const alwaysDueLaws: readonly Law[] = [always, nothingPast, { name: SLEEPS_AGAIN, watch: () => ({}) }, ended];
