import type { BusinessCalendar } from '../../../domain/calendar/business-calendar';
import type { CustomField } from '../../../domain/custom-field';
import type { Policy } from '../../../domain/policy';
import { materialiseZone } from '../../../services/shared/store/zones';

/** Weekdays with a break at noon, where the clocks change; the last days of a year and a long night are closed. */
const OFFICE: BusinessCalendar = {
  name: 'office',
  zone: materialiseZone('Europe/Berlin', Date.UTC(2027, 6)),
  week: [1, 2, 3, 4, 5, 6, 7].map((day) =>
    day > 5
      ? []
      : ([
          [9 * 60, 12 * 60 + 30],
          [13 * 60, 17 * 60],
        ] as const),
  ),
  closedDays: [24, 25, 26, 27, 28, 29, 30].map((day) => Math.floor(Date.UTC(2026, 11, day) / 86_400_000)),
  closed: [[Date.UTC(2026, 4, 13, 8), Date.UTC(2026, 4, 14, 11)]],
};

const REGION: CustomField = {
  name: 'region',
  title: 'Region',
  kind: 'choice',
  choices: ['EMEA', 'AMER'],
  requiredFor: ['closure'],
};

const COUNTED = { calendar: 'office' };

/** Ways in which a policy differs from the shipped one: what its clocks count in, and what it wants to know. */
const TERMS: readonly Partial<Policy>[] = [
  {},
  {},
  {},
  {},
  { fields: [REGION] },
  {
    calendars: [OFFICE],
    clocks: {
      approval: { budgetMs: 2 * 3_600_000 },
      investigation: COUNTED,
      'customer-update': COUNTED,
      'keep-informed': COUNTED,
    },
  },
  {
    calendars: [OFFICE],
    variants: [
      {
        levels: ['P3', 'P4'],
        terms: { clocks: { investigation: COUNTED, 'keep-informed': COUNTED, 'check-in': COUNTED } },
      },
    ],
  },
];

/** How many kinds of terms there are. */
export const TERMS_KINDS = TERMS.length;

/** What a policy says besides the shipped one. */
export function termsOf(kind: number): Partial<Policy> {
  return TERMS[kind % TERMS.length] ?? {};
}
