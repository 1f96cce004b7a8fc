import type { BusinessCalendar } from '../calendar/business-calendar';
import type { ClockTerms, PolicyTerms } from '../policy';
import type { Place } from '../policy/terms-at';
import { termsAt } from '../policy/terms-at';
import type { ClockKind, Escalation } from './state';

/** The policy's terms as they hold at this escalation's level and for its account's tier. */
export function termsOf(state: Escalation): PolicyTerms {
  return termsAt(state.policy, placeOf(state));
}

function placeOf({ priority, complaint }: Escalation): Place {
  return { level: priority.level, tier: complaint.account.tier ?? 'unknown' };
}

/** What the policy says of a clock: a step's by its name, others by their kind. Promises and tasks have dates instead. */
export function clockTermsOf(state: Escalation, clockId: string, kind: ClockKind): ClockTerms {
  if (kind === 'commitment' || kind === 'task') return {};
  const { clocks } = termsOf(state);
  const name = kind === 'step' ? clockId : kind;
  return Object.hasOwn(clocks, name) ? (clocks[name] ?? {}) : {};
}

/** A calendar of the pinned policy; null, which counts every hour, where none is named. */
export function calendarOf(state: Escalation, name: string | null): BusinessCalendar | null {
  return name === null ? null : (state.policy.calendars.find((one) => one.name === name) ?? null);
}
