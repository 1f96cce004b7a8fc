import type { EventOf } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Law } from './law';
import { requiring } from './law';

const MOVED = 'a promise moves before its date or never, and the customer is told; a broken one is replaced, not moved';
const moved: Law = {
  name: MOVED,
  watch() {
    const require = requiring(MOVED);
    return {
      event(event, before) {
        if (event.type !== 'commitment.moved' && event.type !== 'commitment.replaced') return;
        const promise = before.commitments.find(({ id }) => id === event.data.commitmentId);
        if (event.type === 'commitment.replaced') {
          return require(promise?.state === 'broken', () => `${promise?.id} is ${promise?.state} and is replaced`);
        }
        const { fromAt, dueAt } = event.data;
        require(promise?.state === 'open' && promise.dueAt === fromAt, () => `${promise?.id} is ${promise?.state}`);
        require(event.at < fromAt && event.at < dueAt, () => `${promise?.id} moves at ${event.at}, due ${fromAt}`);
      },
      accepted({ name }, _before, events) {
        const changes = events.some(({ type }) => type === 'commitment.moved' || type === 'commitment.replaced');
        const told = events.some(({ type }) => type === 'customer.informed');
        require(!changes || told, () => `${name} changes a promise, and the customer is not told`);
      },
    };
  },
};

/** The latest end of the tasks that a promise waits for, and of those that they come after. */
function latest({ tasks }: Escalation, ids: readonly string[], seen: readonly string[] = []): number {
  const ends = ids
    .filter((id) => !seen.includes(id))
    .flatMap((id) => tasks.filter((task) => task.id === id))
    .map(({ id, state, dueAt, after }) =>
      Math.max(state === 'open' ? dueAt : -Infinity, latest({ tasks } as Escalation, after, [...seen, id])),
    );
  return Math.max(-Infinity, ...ends);
}

type Dated = EventOf<'commitment.made'> | EventOf<'commitment.moved'>;

const FLAGGED = 'a promise dated before the tasks it depends on is made only where it says so';
const flagged: Law = {
  name: FLAGGED,
  watch() {
    const require = requiring(FLAGGED);
    const check = ({ type, data }: Dated, before: Escalation) => {
      const promise = before.commitments.find(({ id }) => id === data.commitmentId);
      const dependsOn = (type === 'commitment.made' ? data.dependsOn : promise?.dependsOn) ?? [];
      const early = data.dueAt < latest(before, dependsOn);
      require((data.sentAllTheSame === true) === early, () =>
        `${data.commitmentId} is early: ${early}, and says otherwise`);
    };
    return {
      event(event, before) {
        if (event.type === 'commitment.moved') check(event, before);
        if (event.type === 'commitment.made' && !event.data.from) check(event, before);
      },
    };
  },
};

/** Dates that the customer can hold us to. */
export const promiseLaws: readonly Law[] = [moved, flagged];
