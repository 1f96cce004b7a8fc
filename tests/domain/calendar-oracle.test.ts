import { advance } from '../../domain/calendar/advance';
import type { BusinessCalendar } from '../../domain/calendar/business-calendar';
import { elapsed } from '../../domain/calendar/elapsed';
import { DAY_MS, MINUTE_MS } from '../../domain/duration';
import { materialiseCalendar } from '../../services/shared/calendars/materialise-calendar';
import type { MinuteTable, Wall } from './support/minute-table';
import { advanceByMinutes, elapsedByMinutes, minuteTable, MINUTES, TABLE_FROM, wallOf } from './support/minute-table';
import { dice, writtenCalendar, type Dice } from './support/written-calendars';

const CASES = 100_000;
const CALENDARS_A_ZONE = 3;
const AHEAD_MS = 90 * DAY_MS;
const NOW = Date.UTC(2026, 6);

/** Every kind of zone: half an hour of summer time, odd offsets, changes at midnight, around Ramadan, or none, far east. */
const ZONES = `Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Chisinau Atlantic/Azores America/New_York
  America/Chicago America/Phoenix America/Los_Angeles America/Adak America/St_Johns America/Havana America/Santiago
  America/Asuncion America/Sao_Paulo America/Caracas America/Nuuk America/Scoresbysund America/Miquelon Pacific/Easter
  Africa/Casablanca Africa/Cairo Africa/Johannesburg Asia/Beirut Asia/Jerusalem Asia/Gaza Asia/Tehran Asia/Kabul
  Asia/Kolkata Asia/Kathmandu Asia/Yangon Asia/Shanghai Asia/Tokyo Australia/Eucla Australia/Adelaide Australia/Sydney
  Australia/Lord_Howe Pacific/Norfolk Pacific/Auckland Pacific/Chatham Pacific/Apia Pacific/Kiritimati Pacific/Marquesas
  Pacific/Pago_Pago Antarctica/Troll Etc/GMT+12 UTC`.split(/\s+/);

interface Case {
  fromAt: number;
  ms: number;
  toAt: number;
}

describe('calendar arithmetic', () => {
  it('agrees with a table of single minutes made by luxon, and is quick', () => {
    const throws = dice(20_261_122);
    let cases = 0;
    let slowestMs = 0;
    const differences: string[] = [];
    for (const [index, zone] of ZONES.entries()) {
      const wall = wallOf(zone);
      const until = Math.round(((index + 1) * CASES) / ZONES.length);
      for (let left = CALENDARS_A_ZONE; left > 0; left -= 1) {
        const spec = writtenCalendar(zone, throws);
        const table = minuteTable(spec, wall);
        const calendar = materialiseCalendar(spec, NOW);
        for (let more = Math.ceil((until - cases) / left); more > 0; more -= 1, cases += 1) {
          const one = caseOf(table, wall, throws);
          const wrong = difference(calendar, table, one);
          if (wrong) differences.push(`${wrong}: ${JSON.stringify({ ...one, spec })}`);
        }
        slowestMs = Math.max(slowestMs, timeOf(calendar, TABLE_FROM + throws(365 * 1440) * MINUTE_MS));
      }
    }
    process.stdout.write(
      `calendar oracle: ${cases.toLocaleString('en')} cases, ${ZONES.length} zones, ${differences.length} differences; ` +
        `worst 90 days ahead ${slowestMs.toFixed(3)} ms\n`,
    );
    expect(differences.slice(0, 3)).toEqual([]);
    expect(cases).toBe(CASES);
  }, 180_000);
});

/** A moment anywhere, on an edge of opening, or near a change of clocks; open time of up to 90 days ahead; another moment. */
function caseOf(table: MinuteTable, wall: Wall, throws: Dice): Case {
  const fromAt = TABLE_FROM + momentIn(table, wall, throws);
  const toAt = Math.min(TABLE_FROM + (MINUTES - 1) * MINUTE_MS, fromAt + throws(AHEAD_MS) - throws(2) * DAY_MS);
  const available = elapsedByMinutes(table, fromAt, fromAt + throws(AHEAD_MS));
  const kind = throws(4);
  const ms = kind === 0 ? available : kind === 1 ? throws(available / MINUTE_MS) * MINUTE_MS : throws(available);
  return { fromAt, ms, toAt: Math.max(toAt, TABLE_FROM) };
}

function momentIn({ open }: MinuteTable, { jumps }: Wall, throws: Dice): number {
  const latest = (MINUTES - 91 * 1440) * MINUTE_MS;
  const kind = throws(4);
  const jump = jumps[throws(jumps.length)];
  if (kind === 0 && jump !== undefined) {
    return Math.min(latest, Math.max(0, jump * MINUTE_MS + throws(3 * DAY_MS) - 1.5 * DAY_MS));
  }
  if (kind === 1) return Math.min(latest, (open[throws(open.length)] as number) * MINUTE_MS);
  return throws(latest);
}

function difference(calendar: BusinessCalendar, table: MinuteTable, { fromAt, ms, toAt }: Case): string | null {
  const [due, dueByMinutes] = [advance(calendar, fromAt, ms), advanceByMinutes(table, fromAt, ms)];
  if (due !== dueByMinutes) return `advance ${due}, by minutes ${dueByMinutes}`;
  const [open, openByMinutes] = [elapsed(calendar, fromAt, toAt), elapsedByMinutes(table, fromAt, toAt)];
  return open === openByMinutes ? null : `elapsed ${open}, by minutes ${openByMinutes}`;
}

/** How long it takes to look 90 days ahead: the best of three, since the machine does other things too. */
function timeOf(calendar: BusinessCalendar, fromAt: number): number {
  const ms = Math.max(1, elapsed(calendar, fromAt, fromAt + AHEAD_MS));
  const runs = [1, 2, 3].map(() => {
    const began = performance.now();
    advance(calendar, fromAt, ms);
    return performance.now() - began;
  });
  return Math.min(...runs);
}
