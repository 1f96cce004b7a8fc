import { dutyCoverage } from '../../services/shared/duty/duty-coverage';
import { rotaSchema } from '../../services/shared/duty/rota.schema';
import { shiftsFromIcs } from '../../services/shared/duty/shifts-from-ics';
import { writtenShifts } from '../../services/shared/duty/written-shifts';
import { circleWith } from '../../services/shared/absences/delegate-circle';
import type { Person } from '../../domain/people';
import { plainCompany } from '../domain/support/company';

const at = (moment: string) => Date.parse(moment);
const rota = (written: object) => rotaSchema.parse({ shifts: [], ...written });
const told = (shifts: readonly { fromAt: number; toAt: number; personId: string }[]) =>
  shifts.map(({ fromAt, toAt, personId }) =>
    [new Date(fromAt).toISOString().slice(5, 16), new Date(toAt).toISOString().slice(5, 16), personId].join(' '),
  );

const OFFICE = { from: '08:00', to: '18:00', zone: 'Europe/Berlin' };

describe('a weekly rota, written out', () => {
  it('keeps its local hours over the change to summer time', () => {
    const days = ['saturday', 'sunday', 'monday'].map((day) => ({ ...OFFICE, day, personId: 'mia' }));
    // On 28 March 2027 Berlin goes from UTC+1 to UTC+2.
    const shifts = writtenShifts(rota({ shifts: days }), [], { fromAt: at('2027-03-27'), toAt: at('2027-03-30') });
    expect(told(shifts)).toEqual([
      '03-27T07:00 03-27T17:00 mia',
      '03-28T06:00 03-28T16:00 mia',
      '03-29T06:00 03-29T16:00 mia',
    ]);
  });

  it('goes over midnight and follows the sun; one person in two zones has one shift', () => {
    const shifts = [
      { personId: 'mia', day: 'monday', from: '08:00', to: '20:00', zone: 'UTC' },
      { personId: 'max', day: 'monday', from: '20:00', to: '08:00', zone: 'UTC' },
      { personId: 'max', day: 'tuesday', from: '03:00', to: '05:00', zone: 'America/New_York' },
    ];
    const written = writtenShifts(rota({ shifts }), [], { fromAt: at('2026-11-23T10:00Z'), toAt: at('2026-11-25') });
    expect(told(written)).toEqual(['11-23T10:00 11-23T20:00 mia', '11-23T20:00 11-24T10:00 max']);
  });

  it('is covered for single stretches, by somebody or by nobody, and the feed goes between', () => {
    const shifts = [{ personId: 'mia', day: 'monday', from: '00:00', to: '24:00', zone: 'UTC' }];
    const cover = [
      { from: '2026-11-23T10:00:00Z', until: '2026-11-23T12:00:00Z', personId: 'dora' },
      { from: '2026-11-23T12:00:00Z', until: '2026-11-23T13:00:00Z', personId: null },
    ];
    const feed = [{ fromAt: at('2026-11-23T09:00Z'), toAt: at('2026-11-23T11:00Z'), personId: 'max' }];
    const stretch = { fromAt: at('2026-11-23'), toAt: at('2026-11-24') };
    expect(told(writtenShifts(rota({ shifts, cover }), feed, stretch))).toEqual([
      '11-23T00:00 11-23T09:00 mia',
      '11-23T09:00 11-23T10:00 max',
      '11-23T10:00 11-23T12:00 dora',
      '11-23T13:00 11-24T00:00 mia',
    ]);
  });

  it('gives the moment to the shift that stands first, where two meet', () => {
    const both = ['mia', 'max'].map((personId) => ({ personId, day: 'monday', from: '10:00', to: '12:00' }));
    const stretch = { fromAt: at('2026-11-23'), toAt: at('2026-11-24') };
    expect(told(writtenShifts(rota({ shifts: both }), [], stretch))).toEqual(['11-23T10:00 11-23T12:00 mia']);
  });
});

describe('a feed of shifts', () => {
  const people = Object.values(plainCompany());
  const file = (...entries: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries.flatMap((one) => one.split('\n')), 'END:VCALENDAR'].join('\r\n');
  const entry = (uid: string, more: string) => `BEGIN:VEVENT\nUID:${uid}\n${more}\nEND:VEVENT`;
  const read = (text: string) => shiftsFromIcs(text, people, 'Europe/Berlin', at('2026-11-23T00:00:00Z'));

  it('names people by their mail address, id or name, and repeats in local time', () => {
    const { shifts, problems } = read(
      file(
        entry(
          'a',
          'DTSTART:20261123T080000\nDTEND:20261123T200000\nRRULE:FREQ=WEEKLY;COUNT=2\nSUMMARY:On call: Mia Berg',
        ),
        entry(
          'b',
          'DTSTART:20261124T080000Z\nDURATION:PT2H\nSUMMARY:Nights\nATTENDEE;CN=Max:mailto:MAX@upstairs.example',
        ),
        entry('c', 'DTSTART;VALUE=DATE:20261126\nSUMMARY:dora'),
      ),
    );
    expect(problems).toEqual([]);
    expect(told(shifts)).toEqual([
      '11-23T07:00 11-23T19:00 mia',
      '11-24T08:00 11-24T10:00 max',
      '11-25T23:00 11-26T23:00 dora',
      '11-30T07:00 11-30T19:00 mia',
    ]);
  });

  it('says in which line nobody is meant, or what cannot be read', () => {
    const { problems } = read(
      file(
        entry('a', 'DTSTART:20261123T080000Z\nDURATION:PT2H\nSUMMARY:Nobody Inparticular'),
        entry('b', 'DTSTART:20261399T080000Z\nSUMMARY:mia'),
      ),
    );
    expect(problems.map(({ line }) => line)).toEqual([3, 11]);
    expect(problems[0]?.detail).toContain('nobody in the directory is meant by "Nobody Inparticular"');
    expect(read('BEGIN:VCALENDAR').problems).toHaveLength(1);
    const invited = entry(
      'c',
      'DTSTART:20261123T080000Z\nDURATION:PT2H\nSUMMARY:On duty\nATTENDEE:mailto:who@upstairs.example',
    );
    expect(read(file(invited)).problems[0]?.detail).toContain('by "who@upstairs.example" or "On duty"');
  });

  it('leaves out what was moved, cancelled or excepted', () => {
    const { shifts } = read(
      file(
        entry(
          'a',
          'DTSTART:20261123T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261125T080000Z\nSUMMARY:mia',
        ),
        entry('a', 'RECURRENCE-ID:20261124T080000Z\nDTSTART:20261124T120000Z\nDURATION:PT1H\nSUMMARY:max'),
        entry('c', 'DTSTART:20261127T080000Z\nDURATION:PT1H\nSTATUS:CANCELLED\nSUMMARY:mia'),
      ),
    );
    expect(told(shifts)).toEqual(['11-23T08:00 11-23T09:00 mia', '11-24T12:00 11-24T13:00 max']);
  });

  it('is refused before it is written out, where it repeats too much', () => {
    const repeating = (count: number, rule: string) =>
      file(
        ...Array.from({ length: count }, (_, index) =>
          entry(String(index), `DTSTART:20261123T080000Z\nDURATION:PT1H\nSUMMARY:mia\nRRULE:${rule}`),
        ),
      );
    const refusal = (text: string) => {
      const { shifts, problems } = read(text);
      expect(shifts).toEqual([]);
      return problems;
    };
    const list = (count: number) => Array.from({ length: count }, (_, index) => index).join(',');
    expect(refusal(repeating(301, 'FREQ=DAILY'))).toEqual([{ line: 2103, detail: 'more than 300 entries repeat' }]);
    // 770 of each are left until the end of 2028: the seventh entry is one too many, and those after it are not read.
    expect(refusal(repeating(300, 'FREQ=DAILY'))).toEqual([{ line: 45, detail: 'more than 5000 shifts, written out' }]);
    expect(refusal(repeating(1, `FREQ=DAILY;BYHOUR=${list(24)};BYMINUTE=${list(60)};BYSECOND=${list(60)}`))).toEqual([
      { line: 8, detail: 'RRULE: it repeats too often: more than 5000 times from DTSTART on' },
    ]);
    expect(refusal(repeating(1, 'FREQ=SECONDLY'))).toEqual([
      { line: 8, detail: 'RRULE: it repeats too often: more than 25000 times from DTSTART on' },
    ]);
  });

  it('is not read on after 50 problems: each refused rule has taken its time', () => {
    const broken = (_: unknown, index: number) => entry(String(index), 'DTSTART:tomorrow\nDURATION:PT1H\nSUMMARY:mia');
    const { shifts, problems } = read(file(...Array.from({ length: 300 }, broken)));
    expect(shifts).toEqual([]);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.detail).toBe('more than 50 problems: what follows was not read');
  });
});

describe('who is on duty', () => {
  const duty = [{ personId: 'mia', fromAt: at('2026-11-23T08:00Z'), toAt: at('2026-11-23T18:00Z') }];
  const away = (delegateId: string | null) => ({
    absences: [{ fromAt: at('2026-11-23T12:00Z'), untilAt: at('2026-11-23T14:00Z'), delegateId }],
  });
  const coverage = (delegateId: string | null, dutyManagerIds: string[]) => {
    const people = plainCompany();
    people.mia = { ...people.mia, ...away(delegateId) } as Person;
    const stretch = { fromAt: at('2026-11-23T06:00Z'), toAt: at('2026-11-23T20:00Z') };
    return dutyCoverage({ people, duty, policy: { dutyManagerIds } }, stretch).map((one) =>
      [new Date(one.fromAt).toISOString().slice(11, 16), one.answers?.id ?? '-', one.by ?? '-', one.gap].join(' '),
    );
  };

  it('is the shift, the delegate while they are away, and the list around it', () => {
    expect(coverage('dora', ['max'])).toEqual([
      '06:00 max list false',
      '08:00 mia rota false',
      '12:00 dora delegate false',
      '14:00 mia rota false',
      '18:00 max list false',
    ]);
  });

  it('is a gap where nobody is, or nobody stands in', () => {
    expect(coverage(null, ['max'])[2]).toBe('12:00 max list true');
    expect(coverage(null, [])).toEqual([
      '06:00 - - true',
      '08:00 mia rota false',
      '12:00 - - true',
      '14:00 mia rota false',
      '18:00 - - true',
    ]);
  });
});

describe('a circle of delegates', () => {
  const away = (personId: string, delegateId: string | null, from: number, until: number) => ({
    ...{ personId, delegateId, fromAt: from, untilAt: until },
  });

  it('is found over any number of people, while all of them are away', () => {
    const others = [away('b', 'c', 0, 10), away('c', 'a', 5, 20)];
    expect(circleWith(away('a', 'b', 0, 10), others)).toEqual(['a', 'b', 'c', 'a']);
    expect(circleWith(away('a', 'b', 0, 5), others)).toBeNull();
    expect(circleWith(away('a', null, 0, 10), others)).toBeNull();
    expect(circleWith(away('a', 'a', 0, 10), [])).toEqual(['a', 'a']);
  });

  it('of others does not keep anybody busy for ever', () => {
    expect(circleWith(away('a', 'b', 0, 10), [away('b', 'c', 0, 10), away('c', 'b', 0, 10)])).toBeNull();
  });
});
