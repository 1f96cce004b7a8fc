import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { nextOpen } from '../../domain/calendar/hours';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/duration';
import type { DailyHours, Policy } from '../../domain/policy';
import { SHIPPED_POLICY } from '../../domain/shipped-policy';
import { materialiseZone } from '../../services/shared/store/zones';

const YEAR = Date.UTC(2027, 6);
const FROM = Date.UTC(2026, 0);
const SPAN_MIN = (3 * 365 * DAY_MS) / MINUTE_MS;

/** Zones of every kind of summer time, among them half an hour of it, negative, around midnight and around Ramadan. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Europe/Dublin',
  'America/St_Johns',
  'Antarctica/Troll',
  'Africa/Cairo',
  'America/Havana',
  'Pacific/Chatham',
];

/** Whether these hours are open at a moment, by luxon alone. */
function isOpen(hours: DailyHours, zone: string, at: number): boolean {
  const local = DateTime.fromMillis(at, { zone });
  return hours.days.includes(local.weekday) && local.hour >= hours.fromHour && local.hour < hours.toHour;
}

/** The first open minute, looked for quarter hour by quarter hour: every change of offset falls on one. */
function firstOpen(hours: DailyHours, zone: string, at: number): number {
  if (isOpen(hours, zone, at)) return at;
  const quarter = 15 * MINUTE_MS;
  let next = Math.ceil(at / quarter) * quarter;
  while (!isOpen(hours, zone, next)) next += quarter;
  return next;
}

const withHours = (business: DailyHours): Policy => ({ ...SHIPPED_POLICY, business });

describe('the next open moment of somebody', () => {
  it('agrees with luxon in 100,000 moments of many zones, on the shipped hours', () => {
    const { business, waking } = SHIPPED_POLICY;
    let random = 20_261_122;
    const next = (below: number) => {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      return random % below;
    };
    for (let index = 0; index < 100_000; index += 1) {
      const name = ZONES[next(ZONES.length)] as string;
      const at = FROM + next(SPAN_MIN) * MINUTE_MS;
      const kind = index % 2 === 0 ? 'business' : 'waking';
      const hours = kind === 'business' ? business : waking;
      const answer = nextOpen(kind, SHIPPED_POLICY, materialiseZone(name, YEAR), at);
      const right = answer === at ? isOpen(hours, name, at) : opensAt(hours, name, at, answer);
      if (!right)
        throw new Error(`${kind} in ${name} from ${new Date(at).toISOString()}: ${new Date(answer).toISOString()}`);
    }
  });

  it('is the very first one, whatever the hours, also where an opening is skipped or comes twice', () => {
    const hours = fc
      .tuple(fc.nat(23), fc.integer({ min: 1, max: 24 }), fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }))
      .map(([one, other, days]) => ({ fromHour: Math.min(one, other - 1), toHour: Math.max(one + 1, other), days }));
    const moments = fc.tuple(fc.nat(ZONES.length - 1), fc.nat(200), fc.integer({ min: -30 * 60, max: 3 * 60 }));
    fc.assert(
      fc.property(hours, moments, (daily, [index, change, minutes]) => {
        const name = ZONES[index] as string;
        const zone = materialiseZone(name, YEAR);
        const changeAt = zone.offsets[1 + (change % Math.max(1, zone.offsets.length - 1))]?.[0] ?? FROM;
        const at = changeAt + minutes * MINUTE_MS;
        expect(nextOpen('business', withHours(daily), zone, at)).toBe(firstOpen(daily, name, at));
      }),
      { numRuns: 1_500, seed: 20_261_122 },
    );
  });

  it('is now where any hour will do', () => {
    expect(nextOpen('any', SHIPPED_POLICY, materialiseZone('Europe/Berlin', YEAR), FROM + 1)).toBe(FROM + 1);
  });
});

/** Open at `answer`, shut just before it and at each hour since `at`: no earlier opening was passed over. */
function opensAt(hours: DailyHours, zone: string, at: number, answer: number): boolean {
  if (answer < at || !isOpen(hours, zone, answer) || isOpen(hours, zone, answer - 1)) return false;
  const midway = at + Math.floor((answer - at) / 2);
  return answer - at < 4 * DAY_MS + HOUR_MS && !isOpen(hours, zone, midway);
}
