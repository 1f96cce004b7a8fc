import * as fc from 'fast-check';
import { closureSchema } from '../../domain/calendar/calendar.schema';
import { closuresFromIcs } from '../../services/shared/calendars/ics-closures';

const NOW = Date.parse('2026-11-22T12:00Z');

/** A file with these entries, each given by its lines. */
function file(...entries: string[][]): string {
  const lines = entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** What is closed, as `from – to title`; the file must be whole. */
function closed(text: string, zone = 'Europe/Berlin'): string[] {
  const { closures, problems } = closuresFromIcs(text, zone, NOW);
  expect(problems).toEqual([]);
  for (const closure of closures) closureSchema.parse(closure);
  return closures.map(({ from, to, title }) => `${short(from)} – ${short(to)} ${title}`);
}

function problemsOf(text: string): string[] {
  return closuresFromIcs(text, 'Europe/Berlin', NOW).problems.map(({ line, detail }) => `Line ${line}: ${detail}`);
}

const short = (text: string) => text.replace(':00.000Z', 'Z');

describe('an ICS file as closures', () => {
  it('closes whole days, the end excluded as the format has it', () => {
    const text = file(
      ['UID:1', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:Between the years'],
      ['UID:2', 'DTSTART;VALUE=DATE:20261204', 'SUMMARY:Inventory'],
      ['UID:3', 'DTSTART;VALUE=DATE:20261207', 'DURATION:P2D'],
    );
    expect(closed(text)).toEqual([
      '2026-12-04 – 2026-12-04 Inventory',
      '2026-12-07 – 2026-12-08 closed',
      '2026-12-24 – 2027-01-01 Between the years',
    ]);
  });

  it('closes hours: of UTC, of a zone by its name, and without one of the zone of the calendar', () => {
    const text = file(
      ['UID:1', 'DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z', 'SUMMARY:UTC'],
      ['UID:2', 'DTSTART;TZID=America/New_York:20261202T090000', 'DURATION:PT90M', 'SUMMARY:New York'],
      ['UID:3', 'DTSTART:20261203T090000', 'DTEND:20261203T100000', 'SUMMARY:Floating'],
      ['UID:4', 'DTSTART;TZID="Asia/Kathmandu":20261204T090000', 'DTEND:20261204T040000Z', 'SUMMARY:Mixed'],
    );
    expect(closed(text)).toEqual([
      '2026-12-01T09:00Z – 2026-12-01T10:00Z UTC',
      '2026-12-02T14:00Z – 2026-12-02T15:30Z New York',
      '2026-12-03T08:00Z – 2026-12-03T09:00Z Floating',
      '2026-12-04T03:15Z – 2026-12-04T04:00Z Mixed',
    ]);
    expect(closed(text, 'Pacific/Auckland')[2]).toBe('2026-12-02T20:00Z – 2026-12-02T21:00Z Floating');
  });

  it('reads a zone that the file itself describes, as Outlook does', () => {
    const text = file(
      ['UID:1', 'DTSTART;TZID=Our own time:20260701T090000', 'DURATION:PT1H'],
      [...['UID:2', 'DTSTART;TZID=Our own time:20261201T090000', 'DURATION:PT1H']],
    ).replace('BEGIN:VEVENT', `${ZONE}\r\nBEGIN:VEVENT`);
    expect(closed(text)).toEqual([
      '2026-07-01T07:00Z – 2026-07-01T08:00Z closed',
      '2026-12-01T08:00Z – 2026-12-01T09:00Z closed',
    ]);
  });

  it('repeats by the wall clock, over the change of clocks, until the end that the rule gives in UTC', () => {
    const rule = 'RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261106T080000Z';
    const text = file(['UID:1', 'DTSTART;TZID=Europe/Berlin:20261016T090000', 'DURATION:PT2H', rule]);
    expect(closed(text).map((line) => line.slice(0, 17))).toEqual([
      '2026-10-16T07:00Z',
      '2026-10-23T07:00Z',
      '2026-10-30T08:00Z',
      '2026-11-06T08:00Z',
    ]);
  });

  it('writes out a rule without end from last year to the end of the year after next', () => {
    const yearly = ['UID:1', 'DTSTART;VALUE=DATE:19940101', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', 'SUMMARY:Last'];
    expect(closed(file(yearly))).toEqual(
      ['2025-05-26', '2026-05-25', '2027-05-31', '2028-05-29'].map((day) => `${day} – ${day} Last`),
    );
    const daily = closed(file(['UID:1', 'DTSTART:19940101T110000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY']));
    expect(daily).toHaveLength(365 + 365 + 365 + 366);
  });

  it('leaves out what the series leaves out, adds what it adds, and moves what was moved', () => {
    const series = ['UID:s', 'DTSTART;TZID=Europe/Berlin:20261201T090000', 'DURATION:PT1H', 'SUMMARY:Weekly'];
    const text = file(
      [...series, 'RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE:20261208T080000Z', 'RDATE;TZID=Europe/Berlin:20261210T090000'],
      ['UID:s', 'RECURRENCE-ID:20261215T080000Z', 'DTSTART:20261216T120000Z', 'DURATION:PT30M', 'SUMMARY:Moved'],
      ['UID:s', 'RECURRENCE-ID:20261222T080000Z', 'DTSTART:20261222T080000Z', 'STATUS:CANCELLED'],
      ['UID:s', 'RECURRENCE-ID:20261229T080000Z', 'DTSTART:20261229T080000Z', 'DURATION:PT2H', 'SUMMARY:Longer'],
      ['UID:other', 'DTSTART;VALUE=DATE:20261211', 'STATUS:CANCELLED'],
    );
    expect(closed(text)).toEqual([
      '2026-12-01T08:00Z – 2026-12-01T09:00Z Weekly',
      '2026-12-10T08:00Z – 2026-12-10T09:00Z Weekly',
      '2026-12-16T12:00Z – 2026-12-16T12:30Z Moved',
      '2026-12-29T08:00Z – 2026-12-29T10:00Z Longer',
    ]);
  });

  it('takes an hour that comes twice as the first, and one that is skipped as if the clock had gone on', () => {
    const text = file(
      ['UID:1', 'DTSTART;TZID=Europe/Berlin:20261025T023000', 'DURATION:PT1M'],
      ['UID:2', 'DTSTART;TZID=Europe/Berlin:20260329T023000', 'DURATION:PT1M'],
    );
    expect(closed(text)).toEqual([
      '2026-03-29T01:30Z – 2026-03-29T01:31Z closed',
      '2026-10-25T00:30Z – 2026-10-25T00:31Z closed',
    ]);
  });

  it('copes with folded lines, alarms inside, a byte order mark, other line ends, and entries without length', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:PT5M', 'SUMMARY:An alarm', 'END:VALARM'];
    const text = file(
      ['UID:1', 'DTSTART;VALUE=DATE:20261204', 'SUMMARY:Summer\\, and a', '  long\\none', ...alarm],
      ['UID:2', 'DTSTART:20261205T100000Z', 'SUMMARY:A reminder'],
    );
    expect(closed(`\uFEFF${text.replaceAll('\r\n', '\n')}`)).toEqual([
      '2026-12-04 – 2026-12-04 Summer, and a long one',
    ]);
  });
});

const SIXTY = Array.from({ length: 60 }, (_, index) => index).join(',');

describe('a broken ICS file', () => {
  it.each([
    ['', 'Line 1: expected BEGIN:VCALENDAR'],
    ['<html>\nNot found</html>', 'Line 1: expected NAME:VALUE, found "<html>"'],
    ['VERSION:2.0', 'Line 1: expected BEGIN:VCALENDAR, found "VERSION:2.0"'],
    ['BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1', 'Line 3: BEGIN:VEVENT has no END: the file is cut off'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', 'Line 3: expected END:VEVENT for line 2, found "END:VCALENDAR"'],
    ['x'.repeat(1_000_001), 'Line 1: the file is larger than 1 MB'],
  ])('is told apart (case %#)', (text, detail) => {
    expect(closuresFromIcs(text, 'UTC', NOW).closures).toEqual([]);
    expect(problemsOf(text)).toEqual([detail]);
  });

  it.each([
    [['DTSTART:tomorrow'], 'Line 5: DTSTART: '],
    [['DTSTART;VALUE=DATE:20260231'], 'Line 5: DTSTART: there is no "20260231"'],
    [['DTSTART:20261201T250000Z'], 'Line 5: DTSTART: there is no "20261201T250000Z"'],
    [['SUMMARY:no beginning'], 'Line 4: this entry has no DTSTART'],
    [['DTSTART:20261201T090000Z', 'DTSTART:20261201T100000Z'], 'Line 6: DTSTART stands twice in the entry of line 4'],
    [['DTSTART:20261201T090000Z', 'DTEND:20261201T080000Z'], 'Line 6: the entry ends before it begins'],
    [['DTSTART:20261201T090000Z', 'DTEND;VALUE=DATE:20261202'], 'Line 6: DTEND: expected a time, as DTSTART has it'],
    [['DTSTART:20261201T090000Z', 'DURATION:P999999999W'], 'Line 6: the entry is longer than ten years'],
    [['DTSTART:20261201T090000Z', 'DURATION:long'], 'Line 6: DURATION: '],
    [['DTSTART;TZID=Mars/Olympus:20261201T090000'], 'Line 5: DTSTART: the zone "Mars/Olympus" is no IANA name'],
    [['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES'], 'Line 7: RRULE: '],
    [['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:COUNT=3'], 'Line 7: RRULE: '],
    [['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=x'], 'Line 7: RRULE: '],
    [['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=77'], 'Line 7: RRULE: '],
    [['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=soon'], 'Line 7: RRULE: UNTIL is not'],
    [['DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261399T000000Z'], 'Line 7: RRULE: UNTIL'],
    [['DTSTART:20061201T090000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'], 'Line 7: RRULE: it repeats too often'],
    [
      ['DTSTART:20261201T090000Z', 'DURATION:PT1S', `RRULE:FREQ=DAILY;BYMINUTE=${SIXTY};BYSECOND=${SIXTY}`],
      'Line 7: RRULE: it repeats too often',
    ],
    [['DTSTART:20261201T090000Z', 'EXDATE;VALUE=DATE:20261201'], 'Line 6: EXDATE: expected a time'],
    [['DTSTART:20261201T090000Z', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z'], 'Line 6: a change of this'],
  ])('with the entry %j names the line, and keeps the other entries', (entry, detail) => {
    const text = file(entry, ['UID:whole', 'DTSTART;VALUE=DATE:20261204']);
    expect(problemsOf(text)).toEqual([expect.stringContaining(detail)]);
    expect(closuresFromIcs(text, 'UTC', NOW).closures).toEqual([
      { from: '2026-12-04', to: '2026-12-04', title: 'closed' },
    ]);
  });

  it('is refused where it would close too often, or has too much in it', () => {
    const often = ['DTSTART:20261201T090000Z', 'DURATION:PT1M', 'RRULE:FREQ=HOURLY'];
    expect(problemsOf(file(['UID:1', ...often]))).toEqual(['Line 4: more than 5000 closures, written out']);
    const day = ['DTSTART;VALUE=DATE:20261204'];
    expect(problemsOf(file(...Array.from({ length: 5_001 }, () => day)))).toEqual([
      'Line 15004: the file has more than 5000 entries',
    ]);
    const repeating = [...day, 'RRULE:FREQ=YEARLY'];
    expect(problemsOf(file(...Array.from({ length: 301 }, () => repeating)))).toEqual([
      'Line 1204: more than 300 entries repeat',
    ]);
    const nothings = problemsOf(file(...Array.from({ length: 200 }, () => ['SUMMARY:nothing'])));
    expect([nothings.length, nothings.at(-1)]).toEqual([51, expect.stringContaining('more than 50 problems')]);
  });

  it('describes a zone that nobody can follow', () => {
    const entry = ['UID:1', 'DTSTART;TZID=Our own time:20260701T090000', 'DURATION:PT1H'];
    const detail = 'Line 4: the description of this zone is not understood';
    for (const [from, to] of [
      ['FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'FREQ=SECONDLY'],
      ['TZOFFSETTO:+0200', 'TZOFFSETTO:later'],
      ['TZOFFSETFROM:+0100\r\n', ''],
      ['DTSTART:16010325T020000', 'DTSTART:once'],
    ] as const) {
      const text = file(entry).replace('BEGIN:VEVENT', `${ZONE.replace(from, to)}\r\nBEGIN:VEVENT`);
      expect(problemsOf(text)).toEqual([detail]);
    }
  });

  it('is answered with problems, never thrown, whatever stands in it', () => {
    const whole = file(
      ['UID:1', 'DTSTART;TZID=Our own time:20260701T090000', 'DTEND:20260701T120000Z', 'RRULE:FREQ=WEEKLY;COUNT=9'],
      ['UID:2', 'DTSTART;VALUE=DATE:20261204', 'DURATION:P2D', 'EXDATE;VALUE=DATE:20261204', 'SUMMARY;X=1:a\\, b'],
    ).replace('BEGIN:VEVENT', `${ZONE}\r\nBEGIN:VEVENT`);
    const letters = fc.constantFrom(...'0123456789TZ;:,="\\-+ \r\nPDWMSAX\u0000é'.split(''));
    const changes = fc.array(fc.tuple(fc.nat(whole.length), fc.nat(3), letters), { minLength: 1, maxLength: 6 });
    const property = fc.property(changes, (list) => {
      const text = list.reduce((now, [at, cut, letter]) => now.slice(0, at) + letter + now.slice(at + cut), whole);
      const { closures, problems } = closuresFromIcs(text, 'Europe/Berlin', NOW);
      for (const closure of closures) closureSchema.parse(closure);
      for (const { line } of problems) expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
    });
    fc.assert(property, { numRuns: 1_000, seed: 20_261_122 });
  });

  it('with rules that never come true is read to its end in no time', () => {
    const never = ['DTSTART:19700101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'];
    expect(closed(file(...Array.from({ length: 50 }, () => never)))).toEqual([]);
  });
});

const ZONE = `BEGIN:VTIMEZONE
TZID:Our own time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE`.replaceAll('\n', '\r\n');
