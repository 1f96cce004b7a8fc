import type { Law } from './law';
import { requiring } from './law';

const AFTER: Readonly<Record<string, readonly string[]>> = {
  intake: [],
  investigation: ['intake'],
  solution: ['intake'],
  'customer-update': ['intake', 'investigation'],
  closure: ['intake', 'investigation', 'solution', 'customer-update'],
  'check-in': ['closure'],
  'legal-review': ['intake'],
};

/** What waits for a step wherever the plan holds that one. */
const WAITING: Readonly<Record<string, readonly string[]>> = { 'legal-review': ['customer-update'] };

/** What comes before a step in this plan; before the closure it is everything. */
function comesBefore(step: string, planned: readonly string[]): readonly string[] {
  if (step === 'closure') return planned.slice(0, planned.indexOf(step));
  return [...(AFTER[step] ?? []), ...planned.filter((name) => WAITING[name]?.includes(step))];
}

const ORDER = 'a step is done once a round, and never before what comes before it';
const order: Law = {
  name: ORDER,
  watch() {
    const require = requiring(ORDER);
    let done = new Set<string>();
    let planned: readonly string[] = [];
    return {
      raised({ plan }) {
        planned = plan.map(({ name }) => name);
      },
      event(event) {
        if (event.type === 'escalation.reopened') done = new Set(done.has('intake') ? ['intake'] : []);
        if (event.type !== 'step.completed') return;
        const { step } = event.data;
        require(!done.has(step), () => `${step} is done twice`);
        const missing = comesBefore(step, planned).find((name) => !done.has(name));
        require(missing === undefined, () => `${step} before ${missing}`);
        done.add(step);
      },
    };
  },
};

const CAUSE = 'nothing closes without a root cause';
const cause: Law = {
  name: CAUSE,
  watch() {
    const require = requiring(CAUSE);
    return {
      event(event, before) {
        if (event.type === 'escalation.closed') require(before.rootCause !== null, () => 'closed without a cause');
      },
      rest({ status, rootCause }) {
        require((status !== 'closed' && status !== 'settled') || rootCause !== null, () => `${status} without a cause`);
      },
    };
  },
};

const KEPT = 'nothing closes with a commitment open';
const kept: Law = {
  name: KEPT,
  watch() {
    const require = requiring(KEPT);
    return {
      rest({ status, commitments }) {
        if (status !== 'closed' && status !== 'settled') return;
        const owed = commitments.find(({ state }) => state === 'open' || state === 'broken');
        require(!owed, () => `${status} with ${owed?.id} ${owed?.state}`);
      },
    };
  },
};

const WATCHED = 'each commitment of an open escalation has a clock of its own until it is kept, due on its date';
const watched: Law = {
  name: WATCHED,
  watch() {
    const require = requiring(WATCHED);
    return {
      rest({ status, clocks, commitments }) {
        if (status !== 'open' && status !== 'paused') return;
        for (const { id, dueAt, state } of commitments) {
          const clock = clocks.find((one) => one.id === `commitment:${id}`);
          require(clock?.dueAt === dueAt, () => `the clock of ${id} is due at ${clock?.dueAt}, promised for ${dueAt}`);
          const waiting = clock?.state === 'running' || (clock?.state === 'breached' && clock.metAt === null);
          const owed = state === 'open' || state === 'broken';
          require(waiting === owed, () => `${id} is ${state}, its clock ${clock?.state}`);
        }
      },
    };
  },
};

/** The order of the steps, and what a closure needs. */
export const closureLaws: readonly Law[] = [order, cause, kept, watched];
