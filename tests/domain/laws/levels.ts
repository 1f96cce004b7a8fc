import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Law } from './law';
import { requiring } from './law';
import { clockBy } from './line';

const SILENTLY = 'other terms never make a clock run out, unless somebody has said that it may';
const silently: Law = {
  name: SILENTLY,
  watch() {
    const require = requiring(SILENTLY);
    return {
      accepted({ name, body, peer }, before, events) {
        // What is merged brings its own time, whichever ends earlier.
        if (peer) return;
        const saidSo = (body as { breachAllTheSame?: boolean }).breachAllTheSame === true;
        const cut = cutShort(before, events);
        require(!cut || saidSo, () => `${name} made ${cut} run out`);
      },
      woke(events, before) {
        const cut = cutShort(before, events);
        require(!cut, () => `by itself ${cut} was made to run out`);
      },
    };
  },
};

/** A clock that had time left, and was moved to where it has none. */
function cutShort(before: Escalation, events: readonly EscalationEvent[]): string | undefined {
  for (const event of events) {
    if (event.type !== 'clock.moved' || event.data.dueAt > event.at) continue;
    const known = before.clocks.some(({ id }) => id === event.data.clockId);
    if (!known || clockBy(before, event.data.clockId).dueAt > event.at) return event.data.clockId;
  }
  return undefined;
}

const HOLDS = 'a level that was set holds until its date and no longer; without one the weighing does';
const holds: Law = {
  name: HOLDS,
  watch() {
    const require = requiring(HOLDS);
    return {
      rest({ override, priority, weighedLevel, status }, now) {
        const level = override ? override.level : weighedLevel;
        require(priority.level === level, () => `${priority.level}, set ${override?.level}, weighed ${weighedLevel}`);
        const lives = ['open', 'paused', 'closed'].includes(status);
        require(!lives || !override || override.untilAt > now, () => `set until ${override?.untilAt}, it is ${now}`);
      },
    };
  },
};

const OFFERED = "what is offered stays its owner's until whom it is offered to accepts it";
const offered: Law = {
  name: OFFERED,
  watch() {
    const require = requiring(OFFERED);
    return {
      accepted({ name, by }, before, events) {
        const assigned = events.find((event) => event.type === 'owner.assigned');
        if (name === 'accept-hand-over') {
          const right = before.handOver?.toId === by.id && assigned?.data.ownerId === by.id;
          require(right, () => `${by.id} accepted what was offered to ${before.handOver?.toId}`);
        }
        if (name === 'hand-over') require(!assigned, () => `an offer made ${assigned?.data.ownerId} the owner`);
      },
      rest({ handOver, ownerId }) {
        require(!handOver || handOver.toId !== ownerId, () => `${ownerId} owns it, and it is offered to them`);
      },
    };
  },
};

/** Levels that people set, and offers. */
export const levelLaws: readonly Law[] = [silently, holds, offered];
