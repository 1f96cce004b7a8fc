import { DateTime } from 'luxon';
import type { EscalationEvent } from '../../../domain/escalation/events';
import type { Escalation } from '../../../domain/escalation/state';
import type { Person } from '../../../domain/people';
import type { Law } from './law';
import { requiring } from './law';
import { WORD_BY_PEOPLE } from './people-act';
import { onDuty } from './line';

/** The local hour of somebody at a moment, by luxon: nothing of the domain's own calendar. */
function localOf(person: Person, at: number): DateTime {
  return DateTime.fromMillis(at, { zone: person.zone.name });
}

/** Those whom an event disturbs by mail, as the state before it knew them. */
function mailed(event: EscalationEvent, before: Escalation): Person[] {
  if (!('notices' in event.data) || WORD_BY_PEOPLE.includes(event.type)) return [];
  // The brief follows from what somebody does; one that comes by itself keeps to the hours.
  if (event.type === 'sponsor.briefed' && event.actor) return [];
  return event.data.notices.filter(({ via }) => via === 'mail').flatMap(({ toId }) => before.people[toId] ?? []);
}

const BUSINESS = 'no P3 or P4 mail goes outside of the business hours of who gets it, in their own zone';
const business: Law = {
  name: BUSINESS,
  watch() {
    const require = requiring(BUSINESS);
    return {
      event(event, before) {
        const { level } = before.priority;
        if (level !== 'P3' && level !== 'P4') return;
        for (const person of mailed(event, before)) {
          const local = localOf(person, event.at);
          const open = local.weekday <= 5 && local.hour >= 9 && local.hour < 17;
          require(open, () => `${event.type} of a ${level} to ${person.id} at ${local.toISO()}`);
        }
      },
    };
  },
};

const WAKING = 'no P2 rung or breach is mailed to a VP outside of their waking hours';
const waking: Law = {
  name: WAKING,
  watch() {
    const require = requiring(WAKING);
    return {
      event(event, before) {
        if (before.priority.level !== 'P2' || event.type === 'clock.reminded') return;
        for (const person of mailed(event, before)) {
          if (!person.roles.includes('vp')) continue;
          const local = localOf(person, event.at);
          require(local.hour >= 7 && local.hour < 22, () => `${event.type} to ${person.id} at ${local.toISO()}`);
        }
      },
    };
  },
};

const DUTY = 'a breach of a P3 or P4 shows in the inbox of the duty manager at once';
const duty: Law = {
  name: DUTY,
  watch() {
    const require = requiring(DUTY);
    return {
      event(event, before) {
        const { level } = before.priority;
        if (event.type !== 'clock.breached' || before.quiet || (level !== 'P3' && level !== 'P4')) return;
        const onDutyNow = onDuty(before, event.at);
        const told = event.data.notices.some(({ toId, via }) => toId === onDutyNow?.id && via === 'inbox');
        require(told || !onDutyNow, () => `${onDutyNow?.id} does not see that ${event.data.clockId} has run out`);
      },
    };
  },
};

/** How loud a level is. */
export const loudnessLaws: readonly Law[] = [business, waking, duty];
