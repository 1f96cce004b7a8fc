import { MINUTE_MS } from '../../../domain/duration';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Law } from './law';
import { requiring } from './law';
import { clockBy, remindedBy, watchedBy } from './line';

const SPARED_MS = 30 * MINUTE_MS;

const SPARES = 'nobody is reminded who acted in the last 30 minutes';
const spares: Law = {
  name: SPARES,
  watch() {
    const require = requiring(SPARES);
    const acted = new Map<string, number>();
    return {
      event(event) {
        if (event.actor) acted.set(event.actor.id, event.at);
        if (event.type !== 'clock.reminded') return;
        for (const id of event.data.toIds) {
          const at = acted.get(id) ?? -Infinity;
          require(event.at - at >= SPARED_MS, () => `${id} acted ${(event.at - at) / MINUTE_MS} min before`);
        }
      },
    };
  },
};

const ONCE = 'one reminder a clock, at 75 % of its time and before its end, to whom it watches or their delegate';
const once: Law = {
  name: ONCE,
  watch() {
    const require = requiring(ONCE);
    const reminded = new Set<string>();
    return {
      event(event, before) {
        if (event.type !== 'clock.reminded' && event.type !== 'reminder.spared') return;
        const { clockId } = event.data;
        const clock = clockBy(before, clockId);
        const key = `${clockId}.${clock.cycle}`;
        require(!reminded.has(key), () => `${key} is reminded of twice`);
        reminded.add(key);
        const from = clock.anchorAt + Math.round(clock.budgetMs * 0.75);
        require(event.at >= from && event.at < clock.dueAt, () =>
          `${key} at ${event.at}, not in ${from} to ${clock.dueAt}`);
        const told = remindedBy(before, clock, event.at)?.id;
        const right = event.type === 'reminder.spared' || event.data.toIds.join() === told;
        require(right, () => `${key} is not for ${told}`);
      },
    };
  },
};

const COLLAPSE = 'a wake sends one reminder a person at most';
const collapse: Law = {
  name: COLLAPSE,
  watch() {
    const require = requiring(COLLAPSE);
    return {
      woke(events) {
        const seen = new Set<string>();
        for (const event of events) {
          if (event.type !== 'clock.reminded') continue;
          for (const { toId } of event.data.notices) {
            require(!seen.has(toId), () => `${toId} is reminded twice in a wake`);
            seen.add(toId);
          }
        }
      },
    };
  },
};

const NEAR = 'no clock of a P1 or P2 runs out before whom it watches was reminded, or spared';
const near: Law = {
  name: NEAR,
  watch() {
    const require = requiring(NEAR);
    const startedAt = new Map<string, number>();
    return {
      event(event) {
        if (event.type === 'clock.started') startedAt.set(event.data.clockId, event.at);
        // Somebody has said that it may run out at once.
        if (event.type === 'clock.moved' && event.data.dueAt <= event.at) startedAt.set(event.data.clockId, event.at);
      },
      woke(events, before, now, afterOutage) {
        const { level } = before.priority;
        if (afterOutage || before.quiet || (level !== 'P1' && level !== 'P2')) return;
        for (const event of events.filter(isBreach)) {
          const clock = clockBy(before, event.data.clockId);
          const sawItComing = clock.dueAt === now && (startedAt.get(clock.id) ?? now) < now;
          // Whoever came on duty only when it ran out could not be reminded before.
          if (!sawItComing || !watchedBy(before, clock, now - 1)) continue;
          require(clock.remindedAt !== null, () => `${clock.id} runs out without a reminder at ${now}`);
        }
      },
    };
  },
};

function isBreach(event: EscalationEvent): event is Extract<EscalationEvent, { type: 'clock.breached' }> {
  return event.type === 'clock.breached';
}

/** Who is reminded, and when. */
export const reminderLaws: readonly Law[] = [spares, once, collapse, near];
